// Moment: an instant to the microsecond, when something became known.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"

namespace grappe::magasin {

// Two acts of recording within one second are still told apart, so that an answer given between
// them can be given again.
class Moment {
public:
    using Temps = std::chrono::sys_time<std::chrono::microseconds>;

    explicit Moment(Temps temps) : temps_{temps} {}
    explicit Moment(std::int64_t microsecondes)
        : temps_{std::chrono::microseconds{microsecondes}} {}

    // "2024-08-01T10:00:00.123456Z"; the fraction may be absent or shorter.
    static std::optional<Moment> parse(std::string_view texte);
    std::string text() const;       // always with six digits: its order is that of time
    static Moment now();            // the machine's clock: for the edge, which hands it on
    core::Instant seconde() const;  // the one it stands in

    Temps temps() const { return temps_; }
    auto operator<=>(const Moment&) const = default;

private:
    Temps temps_;
};

}  // namespace grappe::magasin
