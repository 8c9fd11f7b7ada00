// The steps that led to the count, the threshold, the desk and the window.
#pragma once

#include "portail/analyse/sujet.hpp"
#include "rules/etape.hpp"

namespace grappe::analyse {

rules::Trace trace(const Sujet& sujet);

}  // namespace grappe::analyse
