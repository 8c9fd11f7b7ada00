// The pages of who leads a house: stays and their deadlines, waiting list, absences, presence,
// units, steering.
#pragma once

#include "dui/echeance/regle.hpp"
#include "dui/rencontre/ecrans.hpp"

namespace grappe::conduite {

// Everything outlives the routes.
struct Conduite {
    const rencontre::Ecrans& ecrans;
    const echeance::Regles& regles;
};

void ajouter_conduite(const Conduite& conduite);

}  // namespace grappe::conduite
