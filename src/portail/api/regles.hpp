// Routes about the rules of calls: the certificate of a computation, the rehearsal of a change.
#pragma once

#include "portail/api/dossiers.hpp"
#include "portail/publication/versions.hpp"

namespace grappe::api {

// Outlives the routes.
struct Regles {
    const Teleservice& service;
    const publication::Versions& versions;
};

void add_certificat_routes(http::Routes& routes, const Regles& regles);
void add_repetition_routes(http::Routes& routes, const Regles& regles);

}  // namespace grappe::api
