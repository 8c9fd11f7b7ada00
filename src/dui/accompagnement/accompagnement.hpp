// The pages of a personalised project: the chain, its forms, in easy language, by month, and the
// list of what is to be reviewed.
#pragma once

#include "dui/accompagnement/outils.hpp"

namespace grappe::accompagnement {

// `outils` outlives the routes.
void ajouter_accompagnement(const Outils& outils);

}  // namespace grappe::accompagnement
