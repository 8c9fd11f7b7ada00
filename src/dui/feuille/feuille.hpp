// The pages of evaluations: those of a person, one begun, filled and explained.
#pragma once

#include "dui/evaluation/chargement.hpp"
#include "dui/rencontre/ecrans.hpp"

namespace grappe::feuille {

// Everything outlives the routes.
struct Feuilles {
    const rencontre::Ecrans& ecrans;
    const evaluation::Outils& outils;
};

void ajouter_feuilles(const Feuilles& feuilles);

}  // namespace grappe::feuille
