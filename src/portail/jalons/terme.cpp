// Months added to a day.
#include "portail/jalons/terme.hpp"

namespace grappe::jalons {

core::Date plus_mois(core::Date jour, int mois) {
    const auto atteint = jour.ymd() + std::chrono::months{mois};
    if (atteint.ok()) return core::Date::of(atteint);
    return core::Date::of(atteint.year() / atteint.month() / std::chrono::last);
}

core::Date dernier_jour_d_annee(core::Date acquis, int mois) {
    const std::chrono::year_month_day depart{std::chrono::year{acquis.year() + 1},
                                             std::chrono::January, std::chrono::day{1}};
    return plus_mois(core::Date::of(depart), mois).plus_days(-1);
}

int jours_entre(core::Date de, core::Date a) {
    return static_cast<int>((a.days() - de.days()).count());
}

}  // namespace grappe::jalons
