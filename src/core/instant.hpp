// Instant: a moment to the second in UTC, and its civil form in a named time zone.
#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "core/date.hpp"

namespace grappe::core {

class Instant {
public:
    // "2024-05-24T23:59:59+02:00" or "…Z"; fractions of a second are accepted and dropped.
    // The offset is required. Codes "instant.forme", "instant.sans_fuseau".
    static Result<Instant> parse(std::string_view text);
    static Instant of(std::chrono::sys_seconds at) { return Instant{at}; }
    static Instant now();  // the machine's clock: for the edge, which hands it on

    std::chrono::sys_seconds utc() const { return at_; }
    std::string utc_text() const;   // "2024-05-24T21:59:59Z"
    std::string mail_text() const;  // "Fri, 24 May 2024 21:59:59", in UTC (RFC 5322, RFC 9110)
    auto operator<=>(const Instant&) const = default;

private:
    explicit Instant(std::chrono::sys_seconds at) : at_{at} {}

    std::chrono::sys_seconds at_;
};

// A time zone of the tz database, by name ("Europe/Paris", "Indian/Reunion").
class Zone {
public:
    static Result<Zone> parse(std::string_view name);  // code "fuseau.inconnu"

    const std::string& name() const { return name_; }
    Instant start_of(Date day) const;                  // local midnight that opens the day
    Instant at(Date day, int hour, int minute) const;  // an hour skipped by DST: the next valid one
    Date day_of(Instant at) const;
    // What the clock on the wall says, since 00:00: 10:00 is ten hours on a day of 23 hours too.
    std::chrono::seconds time_of_day(Instant at) const;
    std::string text(Instant at) const;  // "2024-05-25T00:00:00+02:00"

private:
    explicit Zone(std::string name) : name_{std::move(name)} {}

    std::string name_;
};

// The time of the programme: its deadlines, days and measures are read in it where a text says no
// other.
const Zone& paris();

}  // namespace grappe::core
