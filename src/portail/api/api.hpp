// The JSON routes of grappe-portail: parse, call one use case, render. No rule, no SQL here.
#pragma once

#include "portail/socle/portail.hpp"
#include "web/api/contrat.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::compteurs {
class CompteursTenus;
}

namespace grappe::api {

// `portail` outlives the server. Called before add_description().
void add_api_routes(http::Routes& routes, const socle::Portail& portail);

// The routes of accounts and sessions. `comptes` outlives the server.
void add_identity_routes(http::Routes& routes, const garde::Comptes& comptes);

// The public figures, for everybody. `compteurs` outlives the server.
void add_compteurs_routes(http::Routes& routes, compteurs::CompteursTenus& compteurs);

// Of its description: `lire_contrat(racine, "portail")`.
inline constexpr http::About apropos{.title = "Grappe, portail", .version = "1"};

// One for each resource; add_api_routes() calls them all.
void add_check_routes(http::Routes& routes, const socle::Portail& portail);
void add_etablissements_routes(http::Routes& routes, const socle::Portail& portail);
void add_appels_routes(http::Routes& routes, const socle::Portail& portail);
void add_sante_routes(http::Routes& routes, const socle::Portail& portail);

}  // namespace grappe::api
