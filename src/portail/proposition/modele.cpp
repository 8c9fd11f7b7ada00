// Sums over what is retained: all in integers.
#include "portail/proposition/modele.hpp"

#include <algorithm>

namespace grappe::proposition {

std::int64_t somme(const std::vector<std::int64_t>& coefficients, const Retenus& retenus) {
    std::int64_t total = 0;
    for (std::size_t j = 0; j < retenus.size(); ++j)
        if (retenus[j] != 0) total += coefficients[j];
    return total;
}

bool respecte(const Modele& modele, const Retenus& retenus) {
    for (std::size_t j = 0; j < retenus.size(); ++j)
        if (modele.depart[j] != Choix::libre &&
            (modele.depart[j] == Choix::retenu) != (retenus[j] != 0))
            return false;
    return std::ranges::all_of(modele.lignes, [&](const Ligne& ligne) {
        return somme(ligne.coefficients, retenus) <= ligne.au_plus;
    });
}

}  // namespace grappe::proposition
