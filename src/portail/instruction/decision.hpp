// Use cases: an authority's decision on what a rule leaves open, and on receivability.
#pragma once

#include "portail/instruction/examen.hpp"

namespace grappe::instruction {

struct NouvelleAppreciation {
    std::string_view dossier, regle;
    std::string_view objet;     // empty: wherever the rule found it
    std::string_view decision;  // a name of Conformite
    std::string_view motif;
    // The appreciation that its author saw there (0: none); empty: does not matter.
    std::optional<int> vu{};
};

// Codes of `demander_pour`, "appreciation.decision" (none of the three words),
// "appreciation.sans_point" (Reason::rule_not_met: the rule leaves nothing open there),
// "instruction.texte_vide" (no reason), "instruction.entretemps".
core::Result<Appreciation> apprecier(storage::Writer& db, const Demandeur& qui,
                                     const NouvelleAppreciation& nouvelle, const Moyens& moyens);

struct NouvelleDecision {
    std::string_view dossier, issue, motif;
};

// Either the decision, or the points that retain it: then nothing was changed.
struct Tranche {
    std::optional<Decision> decision;
    std::vector<Point> retenu_par;
};

// Codes of `demander_pour`, "recevabilite.issue", "instruction.texte_vide" (no reason).
core::Result<Tranche> decider(storage::Writer& db, const Demandeur& qui,
                              const NouvelleDecision& nouvelle, const Moyens& moyens);

}  // namespace grappe::instruction
