// The window of a measured day.
#include "usage/fenetre.hpp"

namespace grappe::usage {

core::Instant minuit(core::Date jour) { return core::paris().start_of(jour); }

Fenetre fenetre_de(core::Date mesuree, int mois) {
    auto premier = mesuree.ymd() - std::chrono::months{mois};
    if (!premier.ok()) premier = premier.year() / premier.month() / std::chrono::last;
    const auto debut = core::Date::of(premier);
    return {.debut = debut, .fin = mesuree, .ouvre = minuit(debut), .ferme = minuit(mesuree)};
}

}  // namespace grappe::usage
