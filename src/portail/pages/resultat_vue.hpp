// The whole answer: figures first, then reasons, then texts.
#pragma once

#include "portail/pages/etude.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

page::Vue vue_du_resultat(const Services& services, const Etude& etude);

}  // namespace grappe::pages
