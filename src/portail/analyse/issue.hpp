// Outcome of a dossier from its findings. Contract portail-check, "Findings and outcome".
#pragma once

#include <vector>

#include "portail/analyse/analyse.hpp"

namespace grappe::analyse {

// A blocking rule fails: irrecevable; else something is missing: incomplet; else somebody has to
// appreciate, or a text is silent: a_apprecier; else recevable. Alerts change nothing, nor do the
// findings about an excluded establishment.
IssueDossier issue(const recevabilite::Recevabilite& recevabilite,
                   const std::vector<rules::Constat>& constats);

}  // namespace grappe::analyse
