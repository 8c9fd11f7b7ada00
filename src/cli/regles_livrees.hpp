// The rules of measure that were ever shipped.
#pragma once

#include <vector>

#include "cli/session.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::cli {

// In the order of their names, the last one being today's: a report may cite an old one. None
// at all, or one that cannot be read, is a failure.
std::vector<usage::RegleDUsage> regles_livrees(const Session& session);

}  // namespace grappe::cli
