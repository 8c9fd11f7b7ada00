// The trace: which steps led to each figure, which branches did not apply and why.
#pragma once

#include <utility>

#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {

// A step that counted, and a branch that did not: its sentence says why.
inline rules::Etape appliquee(rules::RegleId regle, std::string_view phrase, rules::Faits faits,
                              rules::Parametre parametre) {
    return {regle, true, phrase, std::move(faits), {parametre}};
}

inline rules::Etape ecartee(rules::RegleId regle, std::string_view phrase, rules::Faits faits,
                            rules::Parametre parametre) {
    return {regle, false, phrase, std::move(faits), {parametre}};
}

inline std::int64_t entier(std::size_t nombre) { return static_cast<std::int64_t>(nombre); }

rules::Trace trace_de_la_ligne(const Calcul& calcul, std::size_t ligne);
rules::Trace trace_du_projet(const Calcul& calcul);

}  // namespace grappe::subvention
