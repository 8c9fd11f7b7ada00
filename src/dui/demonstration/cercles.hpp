// The circles of those who have a project: who wrote it answers for it. Inside this module only.
#pragma once

#include "dui/demonstration/vie.hpp"

namespace grappe::demonstration {

// Answers of how many circles; one of the place is restricted. None where no account keeps circles.
core::Result<std::int64_t> entourer_d_un_cercle(const Vie& vie);

}  // namespace grappe::demonstration
