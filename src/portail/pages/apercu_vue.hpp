// The answer in short, beside the form.
#pragma once

#include "portail/pages/etude.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

void ajouter_apercu(const Services& services, const Etude& etude, page::Vue& vue);

}  // namespace grappe::pages
