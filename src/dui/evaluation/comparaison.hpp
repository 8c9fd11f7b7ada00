// Two evaluations of one person by one scale: what changed, in sentences.
#pragma once

#include <vector>

#include "dui/evaluation/resultat.hpp"

namespace grappe::evaluation {

struct Jugee {
    const Evaluation& evaluation;
    const Resultat& resultat;
};

// The result first, then each variable in the order of the scale. Code
// "evaluation.grilles_differentes". The older one stands before, whatever the order given.
core::Result<std::vector<Dit>> comparer(const Grille& grille, const Jugee& une, const Jugee& autre);

}  // namespace grappe::evaluation
