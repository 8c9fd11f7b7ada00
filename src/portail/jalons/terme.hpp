// Terme: civil arithmetic of delays. A delay in months ends on the same day of the month, the last
// day of it when it is shorter. Pure.
#pragma once

#include "core/date.hpp"

namespace grappe::jalons {

// 31 January + 1 month is 28 or 29 February; 29 February + 12 months is 28 February.
core::Date plus_mois(core::Date jour, int mois);

// EXT-19: the delay runs from 1 January of the year after `acquis`; its last day.
core::Date dernier_jour_d_annee(core::Date acquis, int mois);

// Days from `de` to `a`; below zero when `a` comes first.
int jours_entre(core::Date de, core::Date a);

}  // namespace grappe::jalons
