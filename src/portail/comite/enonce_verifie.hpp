// What a statement says that this committee cannot read: each fault with its place in the contract.
// Pure.
#pragma once

#include "portail/comite/enonce.hpp"

namespace grappe::comite {

struct FauteDEnonce {
    std::string chemin;  // "parts_minimales[1].valeur", "points.NA-2024-000001"
    core::Refusal refus;
};

struct PourVerifier {
    const std::vector<Candidat>& candidats;
    const std::vector<programme::Enonce>& criteres;
    const referentiels::Territoires* territoires;  // null: any department will do
};
// Codes "comite.scenario_dossier" (the detail is a dossier that the committee does not look at),
// "comite.points_deux_fois" (the detail is the number of a dossier that is given some by its id and
// by its number), "comite.critere", "comite.part_attribut" (the details name those known),
// "comite.part_valeur" (the detail is what nobody has, and nobody can), "proposition.*".
std::vector<FauteDEnonce> fautes_de(const Enonce& enonce, const PourVerifier& pour);

}  // namespace grappe::comite
