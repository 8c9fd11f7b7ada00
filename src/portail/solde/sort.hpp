// Sort: what becomes of the balance of a project or of an establishment, by its targets (AMB-24).
#pragma once

#include "portail/solde/cibles.hpp"

namespace grappe::solde {

struct Sort {
    enum class Genre { entier, rien, a_apprecier, prorata };

    Genre genre;
    int atteintes = 0, jugees = 0;  // of a pro rata
};

// Left to the agency: what no measure decides, what the call has no target for, and a call that
// does not say which part is paid in advance.
Sort sort_de(const Jugement& jugement, const programme::Appel& appel);

}  // namespace grappe::solde
