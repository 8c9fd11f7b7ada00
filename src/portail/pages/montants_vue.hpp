// Amounts per establishment with their explanation, payments, and the readings left open.
#pragma once

#include "portail/pages/reponse.hpp"
#include "web/page/vue.hpp"

namespace grappe::pages {

void ajouter_montants(const Services& services, const Reponse& reponse, page::Vue& vue);

}  // namespace grappe::pages
