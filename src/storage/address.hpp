// Addresses of databases that nothing here can open.
#pragma once

#include <string_view>

namespace grappe::storage {

// "mysql" of "mysql://x" or "mysql:x"; empty: a path, or a scheme that parse_address() knows. A
// file whose own name begins so is written "./name:…".
std::string_view unknown_scheme(std::string_view url);

}  // namespace grappe::storage
