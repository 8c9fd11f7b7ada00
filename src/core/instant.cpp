// Instants and time zones, over the system's tz database.
#include "core/instant.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <optional>

namespace grappe::core {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Clock {
    int hour, minute, second;
};

int two_digits(std::string_view text, std::size_t at) {
    if (text.size() < at + 2) return -1;
    const char tens = text[at], units = text[at + 1];
    if (tens < '0' || tens > '9' || units < '0' || units > '9') return -1;
    return (tens - '0') * 10 + (units - '0');
}

bool valid(const Clock& clock) {
    return clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60 &&
           clock.second >= 0 && clock.second < 60;
}

// Position after the optional fraction of a second that starts at `at`.
std::size_t after_fraction(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '.') return at;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end == at + 1 ? at : end;
}

std::optional<seconds> offset(std::string_view text) {
    if (text == "Z" || text == "z") return seconds{0};
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const int hour = two_digits(text, 1), minute = two_digits(text, 4);
    if (hour < 0 || hour > 14 || minute < 0 || minute > 59) return std::nullopt;
    const seconds shift = hours{hour} + minutes{minute};
    return text[0] == '-' ? -shift : shift;
}

// "2024-05-24T12:00:00", of a clock that shows `at`.
template <class Of>
std::string second_text(std::chrono::time_point<Of, seconds> at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day ymd{
        std::chrono::sys_days{std::chrono::days{day.time_since_epoch()}}};
    const int year{ymd.year()};
    if (year < 1000 || year > 9999) return date::format("%FT%T", at);
    const auto of_day = (at - day).count();
    return fmt::format("{}-{:02}-{:02}T{:02}:{:02}:{:02}", year, unsigned{ymd.month()},
                       unsigned{ymd.day()}, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

date::local_seconds local(Date day, int hour, int minute) {
    const auto days = date::local_days{day.days().time_since_epoch()};
    return days + hours{hour} + minutes{minute};
}

}  // namespace

Result<Instant> Instant::parse(std::string_view text) {
    const auto refused = [&](const char* code) {
        return refuse(Reason::invalid, code, std::string{text.substr(0, 40)});
    };
    if (text.size() < 19 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':')
        return refused("instant.forme");
    const auto day = Date::parse(text.substr(0, 10));
    const Clock clock{two_digits(text, 11), two_digits(text, 14), two_digits(text, 17)};
    if (!day || !valid(clock)) return refused("instant.forme");

    const auto rest = text.substr(after_fraction(text, 19));
    if (rest.empty()) return refused("instant.sans_fuseau");
    const auto shift = offset(rest);
    if (!shift) return refused("instant.forme");
    return Instant{day->days() + hours{clock.hour} + minutes{clock.minute} + seconds{clock.second} -
                   *shift};
}

Instant Instant::now() { return of(std::chrono::floor<seconds>(std::chrono::system_clock::now())); }

std::string Instant::mail_text() const {
    using std::chrono::weekday;
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at_);
    const std::chrono::year_month_day ymd{day};
    const auto of_day = (at_ - day).count();
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02}", days[weekday{day}.c_encoding()],
                       static_cast<unsigned>(ymd.day()),
                       months[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()),
                       of_day / 3600, of_day / 60 % 60, of_day % 60);
}

std::string Instant::utc_text() const { return second_text(at_) += 'Z'; }

Result<Zone> Zone::parse(std::string_view name) {
    try {
        date::locate_zone(std::string{name});
    } catch (const std::runtime_error&) {
        return refuse(Reason::invalid, "fuseau.inconnu", std::string{name});
    }
    return Zone{std::string{name}};
}

const Zone& paris() {
    static const auto zone = Zone::parse("Europe/Paris").value();
    return zone;
}

Instant Zone::start_of(Date day) const { return at(day, 0, 0); }

Instant Zone::at(Date day, int hour, int minute) const {
    const auto* zone = date::locate_zone(name_);
    return Instant::of(zone->to_sys(local(day, hour, minute), date::choose::earliest));
}

Date Zone::day_of(Instant at) const {
    const auto here = date::locate_zone(name_)->to_local(at.utc());
    const auto days = date::floor<date::days>(here).time_since_epoch();
    return Date::of(std::chrono::sys_days{days});
}

std::chrono::seconds Zone::time_of_day(Instant at) const {
    const auto here = date::locate_zone(name_)->to_local(at.utc());
    return here - date::floor<date::days>(here);
}

std::string Zone::text(Instant at) const {
    const auto info = date::locate_zone(name_)->get_info(at.utc());
    const auto here = date::local_seconds{(at.utc() + info.offset).time_since_epoch()};
    const auto shift = info.offset < seconds{0} ? -info.offset : info.offset;
    return fmt::format("{}{}{:02}:{:02}", second_text(here), info.offset < seconds{0} ? '-' : '+',
                       shift / hours{1}, shift % hours{1} / minutes{1});
}

}  // namespace grappe::core
