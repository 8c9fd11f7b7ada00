// Cadre: what every page has around its content: title, menu, path, clock, date of the register.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/pages/services.hpp"
#include "web/http/response.hpp"
#include "web/page/page.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

using page::Etape;
using page::Page;

// `contenu` is an object; the keys of the frame are added to it.
std::string rendre(const Services& services, const Page& page, page::Vue contenu);
http::Response repondre(const Services& services, const Page& page, page::Vue contenu);

void ajouter_page(http::Routes& routes, std::string_view chemin, std::string_view resume,
                  http::Handler rendre_la_page);

// The step of a path that leads to one of the first pages: "/dossiers", "/parts", "/bureau",
// "/compte".
Etape etape(const Services& services, std::string_view adresse);

std::string dire(const Services& services, std::string_view code);
std::string dire(const Services& services, std::string_view code, const rules::Faits& faits);

// "Nouvelle-Aquitaine"; the code itself when no region has it.
std::string nom_de_region(const referentiels::Territoires& territoires, std::string_view code);

page::Vue::Liste vues_des_cartes(const Services& services,
                                 const std::vector<page::Repere>& reperes);

}  // namespace grappe::pages
