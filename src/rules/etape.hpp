// Etape: one step that led to a figure, or a branch that did not apply and why.
#pragma once

#include <string_view>
#include <vector>

#include "rules/fait.hpp"
#include "rules/regle.hpp"

namespace grappe::rules {

// A parameter of the call read by a step: its path in the call file ("bareme.acquisition.1.usage").
// The path resolves to a value, a layer and a source in the call, which outlives the trace.
using Parametre = std::string_view;

struct Etape {
    RegleId regle;
    bool appliquee;           // false: a branch that did not apply; the sentence says why
    std::string_view phrase;  // code of locale/fr.txt, placeholders filled by `faits`
    Faits faits;              // inputs and the figure reached
    std::vector<Parametre> parametres;
};

using Trace = std::vector<Etape>;

}  // namespace grappe::rules
