// The API's description (OpenAPI 3.1), made from the routes' lines and the contract.
#pragma once

#include <string>
#include <string_view>

#include "web/http/contract.hpp"
#include "web/http/routes.hpp"

namespace grappe::http {

struct About {
    std::string_view title, version;
    std::string_view cookie = "session";  // of a session
};

// Every route under /api/, in the order of the lines; two spaces of indent, a final line break.
std::string openapi(const Routes& routes, const Contract& contract, const About& about);

}  // namespace grappe::http
