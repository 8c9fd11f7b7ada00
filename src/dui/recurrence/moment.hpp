// Moment: what a clock of Europe/Paris shows, to the minute. An activity at 09:00 stays at 09:00
// when the hour changes.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/instant.hpp"

namespace grappe::recurrence {

inline constexpr int minutes_du_jour = 24 * 60;

struct Moment {
    core::Date jour;
    int minute = 0;  // of the day, 0 to 1439

    auto operator<=>(const Moment&) const = default;

    static core::Result<Moment> lire(std::string_view texte);  // "2026-11-24T10:30"
    std::string texte() const;
    Moment plus(int minutes) const;  // on the clock: no change of the hour in between
};

// What a change of the hour does to a moment of the clock.
enum class Heure {
    simple,
    sautee,  // the clock never shows it: it is the first moment after, 03:00
    double_  // the clock shows it twice: it is the first one, of summer
};

struct Place {
    core::Instant instant;
    Heure heure;
};

Place placer(const Moment& moment);
core::Instant instant_de(const Moment& moment);
Moment moment_de(core::Instant instant);

}  // namespace grappe::recurrence
