// What the families of neighbours share.
#pragma once

#include "portail/analyse/voisinage.hpp"

namespace grappe::analyse {

// The rule that a neighbour touches first: minimum, desk, funder, deadline, else the amounts.
rules::RegleId regle_de(const Voisinage& voisinage, const Etat& voisin);

}  // namespace grappe::analyse
