// The checks of a deposit, in the order in which the server makes them.
#pragma once

#include <string>

#include "portail/espace/dossier_lu.hpp"

namespace grappe::espace {

// `financeur`: the desk as it was chosen; empty: the right one is proposed.
page::Vue vue_du_depot(const Espace& espace, const DossierLu& lu, const std::string& financeur);

}  // namespace grappe::espace
