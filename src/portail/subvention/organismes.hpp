// GRP-09: which bodies are small. AAP Nouvelle-Aquitaine 2024, §4.4.2-3.
#pragma once

#include <vector>

#include "portail/subvention/preparation.hpp"

namespace grappe::subvention {

enum class Taille { petit, grand, inconnue };

// The number of ESSMS from which a body is no longer small.
int seuil(const OrganismePrepare& organisme, const Base& base, const Choix& choix);

std::vector<Taille> tailles(const Base& base, const Choix& choix);

}  // namespace grappe::subvention
