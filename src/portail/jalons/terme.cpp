// The last day of a delay in whole years.
#include "portail/jalons/terme.hpp"

#include "core/calendar.hpp"

namespace grappe::jalons {

core::Date dernier_jour_d_annee(core::Date acquis, int mois) {
    const std::chrono::year_month_day depart{std::chrono::year{acquis.year() + 1},
                                             std::chrono::January, std::chrono::day{1}};
    return core::plus_months(core::Date::of(depart), mois).plus_days(-1);
}

}  // namespace grappe::jalons
