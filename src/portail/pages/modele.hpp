// Modele: the fields of a dossier that the form knows, and how each is written.
#pragma once

#include <string>
#include <string_view>

namespace grappe::pages {

enum class Genre { texte, finess, siret, montant, entier, oui_non, date, instant, liste, objet };

// The genre of "essms[3].devis_materiel"; `texte` for a path that no dossier has.
Genre genre_de(std::string_view chemin);

// The path belongs to a dossier or to the facts shared by all its lines.
bool est_un_fait(std::string_view chemin);

// The text as the contract writes it: "7 000,50 €" gives "7000.50". As typed when it cannot be.
std::string nettoyer(Genre genre, std::string_view texte);

}  // namespace grappe::pages
