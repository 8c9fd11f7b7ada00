// Série: something that happens once or comes back, its exceptions, and its occurrences in a
// window.
#pragma once

#include <optional>
#include <vector>

#include "core/result.hpp"
#include "dui/recurrence/regle.hpp"

namespace grappe::recurrence {

// One occurrence put elsewhere. `de` is when the rule had it; it may last another time.
struct Deplacee {
    Moment de, a;
    int minutes;
};

// Without a rule it happens once. With one, its first occurrence is the first that the rule gives
// from `debut` on: a series of Tuesdays may be written from a Monday.
struct Serie {
    Moment debut;
    int minutes;  // on the clock, 1 to `minutes_max`
    std::optional<Regle> regle{};
    std::vector<Moment> exclues{};
    std::vector<Deplacee> deplacees{};
};

inline constexpr int minutes_max = 7 * 24 * 60;

struct Occurrence {
    Moment prevue;  // when the rule has it: the name of this occurrence
    Moment debut, fin;
    core::Instant de, a;  // de < a
    Heure heure = Heure::simple;

    bool deplacee() const { return prevue != debut; }
};

// Both days are in.
struct Fenetre {
    core::Date du, au;
};

// No expansion goes further: a window of so many days, so many occurrences, and so many moments of
// the rule passed on the way.
inline constexpr int jours_max = 800, occurrences_max = 5000, pas_max = 20'000;

// What happens, even for a part, on the days of the window, by instant and then by `prevue`. Codes
// "recurrence.fenetre", "recurrence.trop", "recurrence.duree". An exception that the rule never has
// changes nothing.
core::Result<std::vector<Occurrence>> derouler(const Serie& serie, Fenetre fenetre);

// The first moment that the rule gives; nothing: it gives none.
std::optional<Moment> premiere(const Serie& serie);

}  // namespace grappe::recurrence
