// JSON strings, written in the one way of RFC 8785.
#pragma once

#include <string>
#include <string_view>

namespace grappe::core {

// `utf8` between its quotes: the short escape where there is one, \u00xx for other controls.
void append_json(std::string& output, std::string_view utf8);
std::string json_text(std::string_view utf8);

}  // namespace grappe::core
