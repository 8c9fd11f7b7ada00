// Use case: something is said of milestones, by the porteur, a member or the desk: each a row.
#pragma once

#include "portail/jalons/lecture.hpp"

namespace grappe::jalons {

// As it came: texts. `essms`: one row each; empty: the project.
struct NouveauxFaits {
    std::string_view convention, jalon, acte;
    std::vector<std::string> essms{};
    std::string_view jour{}, motif{};
    std::optional<int> vu{};  // the number of the last row that was seen; empty: does not matter
};

// One transaction: every row, or none. A question of the desk is mailed to the porteur. Codes of
// `lire`, "jalon.nom", "jalon.acte", "jalon.jour" (Reason::invalid), "instruction.texte_long",
// "dossier.etat" (Reason::conflict: not signed, or over), "jalon.d_un_autre" (Reason::forbidden:
// also an establishment that is not the member's), "jalon.version_perimee" (Reason::conflict; the
// detail is the number in place), those of `admettre`.
core::Result<Lu> dire(storage::Writer& db, const Demandeur& qui, const NouveauxFaits& nouveaux,
                      const Moyens& moyens);

}  // namespace grappe::jalons
