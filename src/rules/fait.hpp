// A named fact: what a rule looked at. Facts fill the sentence of a finding and its `faits` object.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/date.hpp"
#include "core/fraction.hpp"
#include "core/money.hpp"

namespace grappe::rules {

// string_view is for text that outlives the analysis (literals, the call, the dossier).
using ValeurDeFait = std::variant<std::int64_t, bool, core::Money, core::Date, core::Fraction,
                                  std::string_view, std::string>;

struct Fait {
    std::string_view nom;  // a literal, snake_case, also the name used in the sentence
    ValeurDeFait valeur;
};

using Faits = std::vector<Fait>;

}  // namespace grappe::rules
