// The description of a program's API, from its routes' lines and what donnees/api says of them.
#pragma once

#include <string>

#include "web/http/contract.hpp"
#include "web/http/openapi.hpp"

namespace grappe::api {

// `programme` is the folder of what only that program serves, beside what both do. Codes
// "contrat.absent", "contrat.ligne".
core::Result<http::Contract> lire_contrat(const std::string& racine, const std::string& programme);

// GET /api/openapi.json, made from the lines of every route. All outlive the server.
void add_description(http::Routes& routes, const http::Contract& contrat,
                     const http::About& apropos);

}  // namespace grappe::api
