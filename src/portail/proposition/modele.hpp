// A demand as integers: choose 0 or 1 for each variable, most of a goal, under rows of sums.
#pragma once

#include <cstdint>
#include <vector>

#include "core/int128.hpp"
#include "portail/proposition/demande.hpp"

namespace grappe::proposition {

// Value of a variable: to be chosen, or fixed.
enum class Choix : std::int8_t { ecarte = 0, retenu = 1, libre = -1 };
using Choisis = std::vector<Choix>;
using Retenus = std::vector<char>;  // one 0 or 1 a variable

// The sum of `coefficients` over what is retained may not pass `au_plus`. Sums fit 64 bits.
struct Ligne {
    std::vector<std::int64_t> coefficients;
    std::int64_t au_plus = 0;
};

struct Modele {
    std::vector<std::int64_t> but;  // to be made the greatest
    std::vector<Ligne> lignes;
    Choisis depart;

    std::size_t variables() const { return but.size(); }
};

std::int64_t somme(const std::vector<std::int64_t>& coefficients, const Retenus& retenus);
bool respecte(const Modele& modele, const Retenus& retenus);  // rows and fixed variables

}  // namespace grappe::proposition
