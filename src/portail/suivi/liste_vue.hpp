// Rows of a list of usage reports.
#pragma once

#include "portail/suivi/suivi.hpp"
#include "portail/usages/lecture.hpp"
#include "web/page/vue.hpp"

namespace grappe::suivi {

page::Vue vue_du_resume(const Suivi& suivi, const usages::Resume& resume);

// "Signé" or "Déclaré, non signé", and the class that goes with it.
std::string nature_dite(const Suivi& suivi, usages::Nature nature);
std::string_view classe_de(usages::Nature nature);

// "91,67 %"; "non mesurable".
std::string taux_en_clair(const Suivi& suivi, const usage::Mesure& mesure);

}  // namespace grappe::suivi
