// Mots: a place of a dossier and what stands there, in French.
#pragma once

#include <string>
#include <string_view>

#include "portail/pages/services.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"

namespace grappe::espace {

// "essms[240000224].regime" gives "EHPAD Les Tilleuls (240000224), régime"; the path itself when no
// field has it.
std::string lieu_en_mots(const pages::Services& services, std::string_view chemin);

// What the field shows: "Acquisition", "24/05/2024"; "(rien)" for an empty text.
std::string valeur_en_mots(const pages::Services& services, std::string_view chemin,
                           std::string_view texte);

// Where to go to change it: the field of the form, the pieces, the deposit; empty: nowhere.
std::string lien_vers(const teleservice::Dossier& dossier, std::string_view chemin);

}  // namespace grappe::espace
