// The scales and the tables of AGGIR as they are shipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dui/evaluation/aggir.hpp"
#include "dui/evaluation/grille.hpp"

namespace grappe::evaluation {

// Read once; outlives what is computed with it.
struct Outils {
    aggir::Bareme bareme;
    std::vector<Grille> grilles;  // in the order of their keys

    const Grille* grille(std::string_view cle) const;
};

// Of the program's folder. A file that cannot be read, or that names itself otherwise, is a
// failure: it is part of the program.
Outils charger(const std::string& racine);

}  // namespace grappe::evaluation
