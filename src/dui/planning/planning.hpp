// The pages of agendas: weeks, a person's, an event, its form.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::planning {

// `ecrans` outlives the routes.
void ajouter_planning(const rencontre::Ecrans& ecrans);

}  // namespace grappe::planning
