// Verdict: what one rule answers, before the driver names the object that it judged.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/constat.hpp"

namespace grappe::recevabilite {

// `source` null: the text that the call gives for the rule.
struct Verdict {
    rules::Issue issue;
    std::string_view phrase;
    rules::Faits faits{};
    const rules::Source* source = nullptr;
};

using Constats = std::vector<rules::Constat>;

// The precise source when there is one that names a document, else that of the rule.
inline const rules::Source* source_ou(const rules::Source* precise,
                                      const rules::Source& de_la_regle) {
    return precise != nullptr && !precise->document.empty() ? precise : &de_la_regle;
}

inline std::int64_t nombre(std::size_t taille) { return static_cast<std::int64_t>(taille); }

}  // namespace grappe::recevabilite
