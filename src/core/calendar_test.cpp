// Months added to days.
#include "core/calendar.hpp"

#include <doctest/doctest.h>

namespace grappe::core {
namespace {

Date le(const char* day) { return Date::parse(day).value(); }

}  // namespace

TEST_CASE("months end on the same day, or on the last one of a shorter month") {
    CHECK(plus_months(le("2024-01-31"), 1) == le("2024-02-29"));
    CHECK(plus_months(le("2023-01-31"), 1) == le("2023-02-28"));
    CHECK(plus_months(le("2024-02-29"), 12) == le("2025-02-28"));
    CHECK(plus_months(le("2024-02-29"), 48) == le("2028-02-29"));
    CHECK(plus_months(le("2024-12-15"), 1) == le("2025-01-15"));
    CHECK(plus_months(le("2024-05-31"), 0) == le("2024-05-31"));
}

TEST_CASE("adding months never goes back, whatever the day") {
    for (auto day = le("2023-01-01"); day < le("2025-03-01"); day = day.plus_days(1))
        for (const int months : {1, 9, 18, 24, 48}) {
            const auto reached = plus_months(day, months);
            CHECK(reached > day);
            CHECK(plus_months(day.plus_days(1), months) >= reached);
            CHECK(static_cast<unsigned>(reached.ymd().day()) <=
                  static_cast<unsigned>(day.ymd().day()));
        }
}

TEST_CASE("months are taken away by the same rule") {
    CHECK(plus_months(le("2024-05-31"), -3) == le("2024-02-29"));
    CHECK(plus_months(le("2025-01-31"), -12) == le("2024-01-31"));
    CHECK(plus_months(le("2024-02-29"), -12) == le("2023-02-28"));
}

TEST_CASE("days between are counted both ways") {
    CHECK(days_between(le("2024-02-28"), le("2024-03-01")) == 2);
    CHECK(days_between(le("2024-03-01"), le("2024-02-28")) == -2);
}

TEST_CASE("a week begins on Monday") {
    CHECK(iso_weekday(le("2026-11-23")) == 1);
    CHECK(iso_weekday(le("2026-11-24")) == 2);
    CHECK(iso_weekday(le("2026-11-29")) == 7);
}

}  // namespace grappe::core
