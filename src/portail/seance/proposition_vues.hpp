// The values of the two pages of proposals: what is stated, and what was found.
#pragma once

#include "portail/comite/proposition_lue.hpp"
#include "portail/seance/proposition_saisie.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {

// `fautes`: by field. `refus`: of the whole.
struct Saisie {
    Champs champs;
    Champs fautes{};
    std::string refus{};
};
page::Vue vue_de_la_saisie(const Seances& seances, const comite::Vue& vue, const Saisie& saisie);

page::Vue::Liste vues_des_propositions(const Seances& seances, const comite::Comite& comite,
                                       const std::vector<comite::PropositionGardee>& gardees);

page::Vue vue_de_la_proposition(const Seances& seances, const comite::Vue& vue,
                                const comite::PropositionGardee& gardee);

}  // namespace grappe::seance
