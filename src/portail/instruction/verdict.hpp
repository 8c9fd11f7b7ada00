// Use case: a verdict on a piece. The last one counts; when it accepts the last piece asked for,
// the request closes itself and the examination goes on.
#pragma once

#include "portail/instruction/instruction.hpp"
#include "portail/instruction/moyens.hpp"

namespace grappe::instruction {

struct NouveauVerdict {
    std::string_view dossier, piece;
    std::string_view verdict;  // a name of Conformite
    std::string_view motif, texte;
    // The verdict that its author saw on this piece (0: none); empty: does not matter.
    std::optional<int> vu{};
};

struct VerdictRendu {
    Verdict verdict;
    Statut statut;  // of the dossier, afterwards
};

// Codes of `demander_pour`, "piece.inconnue", "instruction.verdict" (Reason::invalid: none of the
// three words), "instruction.motif_vide" (a piece is not refused without a reason),
// "instruction.entretemps" (Reason::conflict: somebody judged it meanwhile).
core::Result<VerdictRendu> rendre_verdict(storage::Writer& db, const Demandeur& qui,
                                          const NouveauVerdict& nouveau, const Moyens& moyens);

// The reasons that forms propose for a verdict: codes of "instruction.motif.<verdict>.<code>".
const std::vector<std::string_view>& motifs_proposes(Conformite verdict);
// In French; words that are no code stay as they are.
std::string motif_en_clair(Conformite verdict, const std::string& motif,
                           const rules::Phrases& phrases);

}  // namespace grappe::instruction
