// Date: a day of the civil calendar, ISO 8601. No clock here: `today` is always an argument.
#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace grappe::core {

class Date {
public:
    // "YYYY-MM-DD", years 1000 to 9999; code "date.forme" or "date.impossible".
    static Result<Date> parse(std::string_view text);
    static Date of(std::chrono::year_month_day day);  // an impossible day is a Bug

    std::string text() const;
    std::chrono::year_month_day ymd() const { return day_; }
    int year() const { return static_cast<int>(day_.year()); }
    std::chrono::sys_days days() const { return std::chrono::sys_days{day_}; }
    Date plus_days(int count) const;
    auto operator<=>(const Date&) const = default;

private:
    explicit Date(std::chrono::year_month_day day) : day_{day} {}

    std::chrono::year_month_day day_;
};

}  // namespace grappe::core
