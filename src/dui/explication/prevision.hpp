// Prevision: the day when a target would be met, at the pace of the past weeks, and its spread.
#pragma once

#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/fraction.hpp"
#include "core/named.hpp"
#include "usage/indicateur.hpp"

namespace grappe::explication {

struct Point {
    core::Date jour;
    usage::Mesure mesure;

    bool operator==(const Point&) const = default;
};

enum class Issue {
    non_mesurable,       // no denominator on the last day
    pas_assez_de_recul,  // fewer points than points_requis
    atteinte,            // met on the last day
    menacee,             // met, but going down: `jour` is the first one below
    prevue,              // `jour` is the first one at the target
    pas_a_ce_rythme,     // not going up
    lointaine            // beyond the horizon
};

constexpr auto names(Issue) {
    using enum Issue;
    return std::to_array<core::Named<Issue>>({{non_mesurable, "non_mesurable"},
                                              {pas_assez_de_recul, "pas_assez_de_recul"},
                                              {atteinte, "atteinte"},
                                              {menacee, "menacee"},
                                              {prevue, "prevue"},
                                              {pas_a_ce_rythme, "pas_a_ce_rythme"},
                                              {lointaine, "lointaine"}});
}

inline constexpr std::size_t points_requis = 6;
inline constexpr std::int64_t horizon_en_jours = 730;

// Slopes are shares a day: 1/700 is one percent a week.
struct Prevision {
    Issue issue;
    core::Date depuis;          // the last day measured
    std::vector<Point> points;  // those that the slope was taken from
    std::optional<core::Fraction> pente, pente_basse, pente_haute;
    // From the median slope; from the highest and the lowest deciles of the slopes. Nothing: not
    // within the horizon.
    std::optional<core::Date> jour, au_plus_tot, au_plus_tard;
};

// Points in ascending days, the last one being the day it is asked on; never none. Pure and exact:
// the slope is the median of the slopes of all pairs of points (Theil-Sen), the day follows from
// the last value. See docs/decisions/0042.
Prevision prevoir(std::vector<Point> points, int cible);

}  // namespace grappe::explication
