// Reading and writing of days.
#include "core/date.hpp"

#include <fmt/format.h>

namespace grappe::core {
namespace {

// The decimal number written in `digits`, or -1 when another character is there.
int digits_value(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Result<Date> Date::parse(std::string_view text) {
    const auto malformed = [&] {
        return refuse(Reason::invalid, "date.forme", std::string{text.substr(0, 40)});
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return malformed();
    const int year = digits_value(text.substr(0, 4));
    const int month = digits_value(text.substr(5, 2));
    const int day = digits_value(text.substr(8, 2));
    if (year < 0 || month < 0 || day < 0) return malformed();

    const std::chrono::year_month_day ymd{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok() || year < 1000)
        return refuse(Reason::invalid, "date.impossible", std::string{text});
    return Date{ymd};
}

Date Date::of(std::chrono::year_month_day day) {
    ensure(day.ok(), "impossible day");
    return Date{day};
}

std::string Date::text() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), static_cast<unsigned>(day_.month()),
                       static_cast<unsigned>(day_.day()));
}

Date Date::plus_days(int count) const { return Date{days() + std::chrono::days{count}}; }

}  // namespace grappe::core
