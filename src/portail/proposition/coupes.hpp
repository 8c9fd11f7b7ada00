// Cuts: rows that every choice keeps and that the linear relaxation does not, derived in integers.
#pragma once

#include "portail/proposition/relaxation.hpp"

namespace grappe::proposition {

// The rows of `modele` and the cuts that tighten its bound most. Whatever CLP advises, a cut is the
// mixed-integer rounding of an integer combination of rows, made exactly: no choice is ever lost.
std::vector<Ligne> lignes_et_coupes(const Modele& modele);

}  // namespace grappe::proposition
