// The order of rows in a record.
#include "dui/colonnes/rangee.hpp"

#include <algorithm>

namespace grappe::colonnes {

void trier(fait::Type type, std::span<Rangee> rangees) {
    const auto avant = [type](const Rangee& une, const Rangee& autre) {
        const auto a = cle_de_tri(type, une), b = cle_de_tri(type, autre);
        return a != b ? a < b : une.numero < autre.numero;
    };
    if (!std::is_sorted(rangees.begin(), rangees.end(), avant))
        std::sort(rangees.begin(), rangees.end(), avant);
}

}  // namespace grappe::colonnes
