// The API's description (OpenAPI 3.1), made from the routes' lines and from nothing else.
#pragma once

#include <string>

#include "web/http/routes.hpp"

namespace grappe::http {

// Every route under /api/, in the order of the lines; two spaces of indent, a final line break.
std::string openapi(const Routes& routes, std::string_view title, std::string_view version);

}  // namespace grappe::http
