// Coupe: a series cut in two at one of its occurrences: "this one and those that follow".
#pragma once

#include "dui/recurrence/serie.hpp"

namespace grappe::recurrence {

// `avant`: what was to happen before that occurrence; nothing: it was the first one. `apres` begins
// with it. Each exception goes with the part that has its occurrence; a number of times is shared.
struct Coupe {
    std::optional<Serie> avant;
    Serie apres;
};
// `prevue` is an occurrence of the rule, where there is a rule.
Coupe couper(const Serie& serie, const Moment& prevue);

// The end of the last occurrence, moved ones counted, on the clock; nothing: the series has no end.
std::optional<Moment> fin_de(const Serie& serie);

}  // namespace grappe::recurrence
