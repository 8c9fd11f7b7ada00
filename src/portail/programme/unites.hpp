// Unites: the values that a call file may hold, each with the function that reads it into the call.
#pragma once

#include <span>
#include <string_view>

#include "portail/programme/appel.hpp"
#include "portail/programme/couche.hpp"

namespace grappe::programme {

// Where a unit is written: the call being built, and what the unit says of itself.
struct Ecriture {
    Appel& appel;
    const Unite& unite;
    std::string_view cle;  // of a collection: "DOC-01", "1", "PA"; else empty
};

using LireUnite = void (*)(Champs&, Ecriture&);

enum class Genre { valeur, collection };

struct GenreUnite {
    std::string_view nom;  // "minimum", "bareme.acquisition", "piece"
    Genre genre;
    LireUnite lire;
};

std::span<const GenreUnite> genres_d_unite();
const GenreUnite* genre_de(std::string_view chemin);  // "piece.DOC-01" -> the collection "piece"

// Reads the unit into the call. Faults go where the unit's reading sends them.
void ecrire(const Unite& unite, const Lecture& lecture, Appel& appel);

// The readers, by family: one .cpp each.
void lire_minimum(Champs&, Ecriture&);
void lire_taille_ideale(Champs&, Ecriture&);
void lire_extension(Champs&, Ecriture&);
void lire_routage(Champs&, Ecriture&);
void lire_pivot(Champs&, Ecriture&);
void lire_secteur(Champs&, Ecriture&);
void lire_financeurs(Champs&, Ecriture&);
void lire_mom(Champs&, Ecriture&);
void lire_va(Champs&, Ecriture&);
void lire_solution(Champs&, Ecriture&);
void lire_fenetre(Champs&, Ecriture&);
void lire_piece(Champs&, Ecriture&);
void lire_suffixes(Champs&, Ecriture&);
void lire_acquisition(Champs&, Ecriture&);
void lire_montee_de_version(Champs&, Ecriture&);
void lire_plafond_essms(Champs&, Ecriture&);
void lire_plafond_forfaits(Champs&, Ecriture&);
void lire_plafond_specifique(Champs&, Ecriture&);
void lire_materiel(Champs&, Ecriture&);
void lire_amoa(Champs&, Ecriture&);
void lire_petit_organisme(Champs&, Ecriture&);
void lire_categories_saad(Champs&, Ecriture&);
void lire_part_avance(Champs&, Ecriture&);
void lire_enveloppe(Champs&, Ecriture&);
void lire_regle(Champs&, Ecriture&);
void lire_option(Champs&, Ecriture&);
void lire_cible(Champs&, Ecriture&);
void lire_delai(Champs&, Ecriture&);
void lire_critere(Champs&, Ecriture&);

// A value with its source, or `non_defini` with the document that was searched.
template <class T, class Lire>
Valeur<T> lire_valeur(Champs& champs, const Ecriture& ecriture, Lire&& lire) {
    Valeur<T> valeur;
    valeur.couche = ecriture.unite.couche;
    valeur.chemin = ecriture.unite.chemin;
    valeur.validite = ecriture.unite.validite;
    if (champs.facultatif("non_defini") != nullptr) {
        valeur.source = champs.source("non_defini");
        return valeur;
    }
    valeur.valeur = lire();
    valeur.source = champs.source("source");
    return valeur;
}

}  // namespace grappe::programme
