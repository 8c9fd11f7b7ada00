// Suivi: the pages of usage reports, and what they all read.
#pragma once

#include "portail/pages/services.hpp"
#include "portail/usages/transmission.hpp"
#include "web/garde/garde.hpp"
#include "web/http/routes.hpp"

namespace grappe::suivi {

// Outlives the routes.
struct Suivi {
    const pages::Services& services;
    const garde::Comptes& comptes;
    const usages::Moyens& moyens;
    http::Routes& routes;  // theirs, and the page of a refusal
};

void ajouter_suivi(const Suivi& suivi);

}  // namespace grappe::suivi
