// Validite: the days on which a value of a call holds, with an end or the last day it is known for.
#pragma once

#include <optional>

#include "core/date.hpp"

namespace grappe::programme {

struct Validite {
    std::optional<core::Date> du;        // empty only for a call built by hand
    std::optional<core::Date> jusqu_au;  // inclusive
    bool fin_fixee = false;  // true: the text gives this end; false: known until that day

    bool operator==(const Validite&) const = default;
};

}  // namespace grappe::programme
