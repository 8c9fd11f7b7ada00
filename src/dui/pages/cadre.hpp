// Cadre: what every page of the DUI has around its content: title, menu, path, clock.
#pragma once

#include <string>
#include <string_view>

#include "dui/pages/services.hpp"
#include "web/garde/ecran.hpp"
#include "web/http/response.hpp"
#include "web/page/page.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

// `contenu` is an object; the keys of the frame are added to it.
http::Response repondre(const Services& services, const page::Page& page, page::Vue contenu);

std::string dire(const Services& services, std::string_view code);
std::string dire(const Services& services, std::string_view code, const rules::Faits& faits);

page::Vue vue_du_lien(const Services& services, std::string_view adresse, std::string_view code);

// A page for who has the permission somewhere; which records it shows is asked by its action.
void ajouter_page(const Services& services, garde::Ecran ecran);

}  // namespace grappe::dui
