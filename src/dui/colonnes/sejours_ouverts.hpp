// A stay that nobody closed.
#pragma once

#include <string_view>

#include "dui/colonnes/colonnes.hpp"

namespace grappe::colonnes {

// As known now: that person died, and a stay of hers, at whatever establishment, has no end.
bool reste_ouvert_apres_le_deces(const Colonnes& tout, std::string_view personne);

}  // namespace grappe::colonnes
