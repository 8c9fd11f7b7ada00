// The pages of accesses of the DUI: who sees a record, who saw it, its circle, exceptions.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::regard {

// `ecrans` outlives the routes.
void ajouter_regard(const rencontre::Ecrans& ecrans);

}  // namespace grappe::regard
