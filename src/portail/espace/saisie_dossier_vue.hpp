// Views of the form of a dossier: the form itself, the state of saving, the fields in conflict.
#pragma once

#include <string>
#include <vector>

#include "portail/espace/dossier_lu.hpp"
#include "portail/espace/enregistrement.hpp"
#include "portail/pages/saisie_vue.hpp"

namespace grappe::espace {

// What an act of the visitor left to say.
struct FormulaireVu {
    pages::Collage collage{};
    std::vector<std::string> d_ailleurs{};  // fields that came from somebody else
};
page::Vue vue_de_la_saisie(const Espace& espace, const DossierLu& lu, const FormulaireVu& vu);

std::vector<std::string> numeros_des_pieces(const std::vector<teleservice::Piece>& pieces);
SeuilsDits seuils_dits_de(const Espace& espace, const DossierLu& lu);

struct Suivi {
    const SeuilsDits& avant;
    const DossierLu& apres;
    const SeuilsDits& seuils_dits;  // of `apres`
    const Enregistre& enregistre;
};
page::Vue vue_du_suivi(const Espace& espace, const Suivi& suivi);

struct ConflitVu {
    const pages::Saisie& proposee;
    int version;  // from which it was typed
    const Enregistre& enregistre;
    std::string auteur;  // of the version in place
};
page::Vue vue_du_conflit(const Espace& espace, const ConflitVu& vu);

// The name of who wrote the version in place.
std::string auteur_de(storage::Reader& db, const teleservice::Dossier& dossier);

// What holds the deposit back, each with the link to its place.
page::Vue::Liste vues_des_obstacles(const Espace& espace, const DossierLu& lu);

// How many they are; what only has to be filled is no fault.
std::string titre_des_obstacles(const Espace& espace, const DossierLu& lu);

// One more establishment, another region…: what would change the answer.
page::Vue::Liste vues_des_seuils(const DossierLu& lu, std::size_t au_plus);

}  // namespace grappe::espace
