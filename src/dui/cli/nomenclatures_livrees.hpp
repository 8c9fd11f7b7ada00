// What is shipped beside the program and read once: nomenclatures, rules of deadlines.
#pragma once

#include <string>

#include "cli/session.hpp"
#include "dui/echeance/regle.hpp"
#include "dui/nomenclature/serafin.hpp"

namespace grappe::dui {

// A file that is not there is a failure of the installation.
core::Result<nomenclature::Serafin> serafin_livree(const cli::Session& session);
// Code "dui.servir.echeances": absent, or a rule is at fault; the detail says where.
core::Result<echeance::Regles> echeances_livrees(const cli::Session& session);

}  // namespace grappe::dui
