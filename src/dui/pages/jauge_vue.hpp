// One indicator as a page shows it: figure, gauge, three readings, past weeks, forecast.
#pragma once

#include <optional>

#include "dui/explication/prevision.hpp"
#include "dui/pages/services.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

page::Vue vue_de_la_jauge(const Services& services, usage::Indicateur indicateur,
                          const usage::Compteurs& compteurs, const MesureLue& lue);

// "84 sur 90" and "93,33 %"; "non mesurable" without a denominator.
std::string fraction_dite(const Services& services, const usage::Mesure& mesure);
std::string taux_dit(const Services& services, const usage::Mesure& mesure);

struct Etat {
    std::string_view classe;  // of the style sheet
    std::string mot;
};
Etat etat_de(const Services& services, const usage::Mesure& mesure, int cible);

}  // namespace grappe::dui
