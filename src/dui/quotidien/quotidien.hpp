// The pages of every day of the DUI: team, search, person, transmissions.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::quotidien {

// `ecrans` outlives the routes.
void ajouter_quotidien(const rencontre::Ecrans& ecrans);

}  // namespace grappe::quotidien
