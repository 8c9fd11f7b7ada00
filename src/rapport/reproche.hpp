// Reproche: one thing that is wrong with a report or with its proofs, as a sentence and its facts.
#pragma once

#include <string>
#include <vector>

#include "rules/fait.hpp"

namespace grappe::rapport {

// `code` is of locale/fr.txt. The facts own their texts.
struct Reproche {
    std::string code;
    rules::Faits faits{};
};

using Reproches = std::vector<Reproche>;

}  // namespace grappe::rapport
