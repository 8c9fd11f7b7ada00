// The window of a measured day.
#include "usage/fenetre.hpp"

#include "core/calendar.hpp"

namespace grappe::usage {

core::Instant minuit(core::Date jour) { return core::paris().start_of(jour); }

Fenetre fenetre_de(core::Date mesuree, int mois) {
    const auto debut = core::plus_months(mesuree, -mois);
    return {.debut = debut, .fin = mesuree, .ouvre = minuit(debut), .ferme = minuit(mesuree)};
}

}  // namespace grappe::usage
