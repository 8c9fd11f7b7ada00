// Liste: what is late, and what will be within some days, across stays.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dui/echeance/echeance.hpp"

namespace grappe::echeance {

struct Suivi {
    std::string sejour;  // its id
    std::vector<Obligation> obligations;
};

struct Ligne {
    std::string_view sejour;
    const Obligation* obligation;  // of the stays given
};

struct Liste {
    std::vector<Ligne> en_retard;
    std::vector<Ligne> bientot;  // not late, its term within the days asked
};

// By term, then code, stay, right and rank: the same whatever the order of the stays.
Liste lister(std::span<const Suivi> suivis, int jours);

}  // namespace grappe::echeance
