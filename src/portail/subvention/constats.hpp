// The findings of FIN-01 to FIN-17, GRP-09 and DOC-17 on one computation, in catalogue order.
#pragma once

#include <vector>

#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {

std::vector<rules::Constat> constater(const Calcul& calcul);

}  // namespace grappe::subvention
