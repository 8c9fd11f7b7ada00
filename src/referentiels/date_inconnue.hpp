// The date of a register whose file says none, neither inside nor in its name. The day on which the
// file was written says nothing: the same bytes copied again would be another register.
#pragma once

#include "core/date.hpp"

namespace grappe::referentiels {

inline core::Date date_inconnue() { return core::Date::of(std::chrono::sys_days{}); }

}  // namespace grappe::referentiels
