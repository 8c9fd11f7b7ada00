// Use case: a desk calls the committee of a window together, and says what it may retain.
#pragma once

#include "portail/comite/acces.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::comite {

using teleservice::Moyens;

struct Convocation {
    std::string_view appel;
    std::string_view fenetre;  // an id of the call; unread when the call has no window (CAL-07)
    std::string_view tenu_le;  // a day
    std::string_view enveloppe;
    std::optional<std::int64_t> quorum{};
};

// The ledger of the call at that desk opens with its first committee: with the envelope that the
// call states, else with what the desk says, then and each time that it says more. Codes
// "acces.interdit", "comite.appel" (the detail names those known), "comite.fenetre" (idem),
// "comite.tenu_le", "comite.enveloppe", "comite.quorum".
core::Result<Comite> convoquer(storage::Writer& db, const Demandeur& qui,
                               const Convocation& convocation, const Moyens& moyens);

// The order of a window among those of its call; empty: the call has none of that name.
std::optional<int> rang_de_la_fenetre(const programme::Appel& appel, std::string_view fenetre);

}  // namespace grappe::comite
