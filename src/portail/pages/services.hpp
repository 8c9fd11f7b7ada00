// Services: what the pages read. Everything outlives the server; nothing is written.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "portail/programme/chargement.hpp"
#include "portail/socle/portail.hpp"
#include "referentiels/registre_en_memoire.hpp"
#include "referentiels/territoires.hpp"
#include "rules/phrases.hpp"
#include "web/garde/garde.hpp"
#include "web/http/assets.hpp"
#include "web/http/routes.hpp"
#include "web/page/carte.hpp"
#include "web/page/gabarits.hpp"

namespace grappe::openid {
class Fournisseur;
}

namespace grappe::pages {

struct Services {
    page::Gabarits gabarits;
    std::vector<page::Contour> contours;
    const http::Assets& actifs;
    const rules::Phrases& phrases;
    const programme::Appels& appels;
    const referentiels::RegistreEnMemoire& registre;
    const referentiels::Territoires& territoires;
    const referentiels::Categories& categories;
    const socle::Moyens& moyens;
    std::function<core::Instant()> maintenant;
    socle::Horloge horloge;
    openid::Fournisseur* openid = nullptr;  // null: accounts enter by password only
};

// Reads modeles/ and the outlines of donnees/geo/ under `racine`. Codes of Gabarits and of
// lire_contours. What is given outlives the services.
core::Result<Services> preparer(const std::filesystem::path& racine, const socle::Portail& portail,
                                const http::Assets& actifs);

// Every page of the portail, and the page that says why a request got none. Both outlive the
// server.
void ajouter_pages(http::Routes& routes, const Services& services);

}  // namespace grappe::pages
