// The pages of a device that people share: enrolling it, one's codes, taking over, locking.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::relais {

// `ecrans` outlives the routes.
void ajouter_relais(const rencontre::Ecrans& ecrans);

}  // namespace grappe::relais
