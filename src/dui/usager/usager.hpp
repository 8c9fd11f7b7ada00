// The pages about who a person is: her record opened, her identity, what surrounds her.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::usager {

// Before the pages of every day: "/personnes/nouvelle" would be taken for a person. `ecrans`
// outlives the routes.
void ajouter_usager(const rencontre::Ecrans& ecrans);

}  // namespace grappe::usager
