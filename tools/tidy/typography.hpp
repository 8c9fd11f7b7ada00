// The spaces and the apostrophe of a French sentence, by one rule: docs/decisions/0070.
#pragma once

#include <string>
#include <string_view>

namespace tidy {

// The same sentence as the house writes it: U+00A0 before : ; ? ! » % € and after «, U+202F between
// thousands, the straight apostrophe. What stands in {braces} or
// in a <tag> is left as it is.
std::string typeset(std::string_view sentence);

}  // namespace tidy
