// The shipped rule of measure.
#pragma once

#include "cli/session.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::dui {

// Code "usage.regle_illisible".
core::Result<usage::RegleDUsage> regle_d_usage(const cli::Session& session);

}  // namespace grappe::dui
