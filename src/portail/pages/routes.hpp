// The routes of each screen; `ajouter_pages` adds them all.
#pragma once

#include "portail/pages/services.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::pages {

void ajouter_accueil(http::Routes& routes, const Services& services);
void ajouter_appels(http::Routes& routes, const Services& services);
void ajouter_etablissements(http::Routes& routes, const Services& services);
void ajouter_simulateur(http::Routes& routes, const Services& services);

}  // namespace grappe::pages
