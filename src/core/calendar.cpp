// Months added to a day, days counted.
#include "core/calendar.hpp"

namespace grappe::core {

Date plus_months(Date day, int months) {
    const auto reached = day.ymd() + std::chrono::months{months};
    if (reached.ok()) return Date::of(reached);
    return Date::of(reached.year() / reached.month() / std::chrono::last);
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

int iso_weekday(Date day) {
    return static_cast<int>(std::chrono::weekday{day.days()}.iso_encoding());
}

}  // namespace grappe::core
