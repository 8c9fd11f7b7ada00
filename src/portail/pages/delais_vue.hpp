// Délais: what a distribution of delays looks like: a sentence, then a table whose bars are drawn.
#pragma once

#include "portail/instruction/delais.hpp"
#include "portail/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

// Keys of the part "delais": `phrase`, `tranches`.
page::Vue vue_des_delais(const Services& services, const instruction::Distribution& delais);

}  // namespace grappe::pages
