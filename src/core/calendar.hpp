// Civil arithmetic of days: a delay in months ends on the same day of the month, on the last day of
// it when it is shorter.
#pragma once

#include "core/date.hpp"

namespace grappe::core {

// 31 January + 1 month is 28 or 29 February; 29 February + 12 months is 28 February. `months` may
// be below zero: 31 May - 3 months is 28 or 29 February.
Date plus_months(Date day, int months);

// Below zero when `to` comes first.
int days_between(Date from, Date to);

// 1 Monday to 7 Sunday.
int iso_weekday(Date day);

}  // namespace grappe::core
