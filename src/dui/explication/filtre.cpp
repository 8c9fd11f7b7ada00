// What a filter keeps.
#include "dui/explication/filtre.hpp"

#include <algorithm>

namespace grappe::explication {

bool Filtre::retient(const DossierExplique& un) const {
    if (place && un.place != *place) return false;
    if (!motif) return true;
    return std::any_of(un.obstacles.begin(), un.obstacles.end(),
                       [&](const Obstacle& obstacle) { return obstacle.motif() == *motif; });
}

std::int64_t Filtre::combien(const Explication& une) const {
    return std::count_if(une.dossiers.begin(), une.dossiers.end(),
                         [&](const DossierExplique& un) { return retient(un); });
}

}  // namespace grappe::explication
