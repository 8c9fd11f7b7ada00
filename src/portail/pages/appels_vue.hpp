// The calls as the pages show them: what is open at an instant, and what closes when.
#pragma once

#include <string>
#include <vector>

#include "portail/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

// Open calls first, then those to come, then the closed ones, the last closed first.
std::vector<const programme::Appel*> appels_par_echeance(const Services& services);

// The window that matters at this instant: open, else the next one, else the last one. Null: the
// call gives no window.
const programme::Fenetre* fenetre_du_moment(const programme::Appel& appel, core::Instant instant);

page::Vue::Liste appels_en_bref(const Services& services);   // of the home page
page::Vue::Liste appels_en_liste(const Services& services);  // of the list
page::Vue::Liste fenetres(const Services& services, const programme::Appel& appel);

}  // namespace grappe::pages
