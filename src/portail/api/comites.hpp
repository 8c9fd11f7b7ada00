// The routes of committees, and the computations that they share with the pages.
#pragma once

#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/comite/calculs.hpp"

namespace grappe::api {

// Both outlive the routes.
struct Comites {
    const Teleservice& service;
    comite::Calculs& calculs;
};
void add_comites_routes(http::Routes& routes, const Comites& comites);
void add_attente_routes(const Lignes& lignes);

}  // namespace grappe::api
