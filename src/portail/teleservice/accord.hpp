// Use case: a member agrees to its part, for the part as it saw it, or takes its agreement back.
#pragma once

#include <optional>
#include <string_view>

#include "portail/teleservice/invitation.hpp"

namespace grappe::teleservice {

enum class Reponse { oui, non };

struct DemandeDAccord {
    MembreCherche membre;
    Reponse reponse;
    std::string_view empreinte;  // of the part that was read; empty: the part as it stands
};

// One transaction with the journal and the mail to the porteur. To agree twice to one part makes
// one agreement. Codes of `membre_qui_parle` and of `permettre`, "accord.part_changee"
// (Reason::conflict: the part is not the one that was read; the detail is its digest).
core::Result<MembreVu> accorder(storage::Writer& db, const Demandeur& qui,
                                const DemandeDAccord& demande, const Moyens& moyens);

}  // namespace grappe::teleservice
