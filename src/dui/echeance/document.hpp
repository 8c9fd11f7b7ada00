// Document: which document a stay calls for, and every reason of it (DRO-02, CASF D.311 I and II).
#pragma once

#include <string_view>
#include <vector>

#include "dui/echeance/regle.hpp"
#include "rules/fait.hpp"

namespace grappe::echeance {

struct Motif {
    std::string_view phrase;  // a code of locale/fr.txt
    rules::Faits faits{};
};

struct Choix {
    Profil profil;
    std::vector<Motif> motifs;  // at least one; all that hold, the law's order
};

// As known on `aujourd_hui`: a later refusal is not yet there.
Choix choisir(const Sejour& sejour, const Regles& regles, core::Date aujourd_hui);

// The first day when the contract was refused, if it was by then.
std::optional<core::Date> refuse_le(const Sejour& sejour, core::Date aujourd_hui);

}  // namespace grappe::echeance
