// Use case: the proposals of a committee, for whoever may read them.
#pragma once

#include "portail/comite/proposition_gardee.hpp"

namespace grappe::comite {

struct PropositionsALire {
    std::string_view comite;
    std::optional<int> numero{};  // of the one that is read with its lines
    bool toutes = false;          // the others too, without theirs
};
struct PropositionsLues {
    Vue vue;
    std::vector<PropositionGardee> toutes{};  // the last one first
    std::optional<PropositionGardee> une{};
};
// Codes of `voir`, "comite.interet" (Reason::forbidden: points and sums would tell whoever has an
// interest in a dossier what is thought of it), "comite.proposition_inconnue" (Reason::not_found).
core::Result<PropositionsLues> lire_propositions(storage::Reader& db, const Demandeur& qui,
                                                 const PropositionsALire& a_lire,
                                                 const Moyens& moyens);

}  // namespace grappe::comite
