// Terme: a delay counted in whole years of the calendar. Pure.
#pragma once

#include "core/date.hpp"

namespace grappe::jalons {

// EXT-19: the delay runs from 1 January of the year after `acquis`; its last day.
core::Date dernier_jour_d_annee(core::Date acquis, int mois);

}  // namespace grappe::jalons
