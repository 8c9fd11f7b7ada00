// One call as its page shows it: every value with its source, what is silent said so.
#pragma once

#include "portail/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

page::Vue vue_de_l_appel(const Services& services, const programme::Appel& appel);

}  // namespace grappe::pages
