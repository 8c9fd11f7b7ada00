// What the amount would be under each other reading of the texts, one choice changed at a time.
#pragma once

#include <vector>

#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {

core::Money total_sous(const Base& base, const Choix& choix);

// The choices that the call leaves open, always; those that this dossier raises, when it does.
std::vector<Variante> variantes(const Calcul& calcul, core::Money total);

}  // namespace grappe::subvention
