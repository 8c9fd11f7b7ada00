// What is shipped beside the program and read once: nomenclatures, rules of deadlines.
#pragma once

#include <string>

#include "cli/session.hpp"
#include "dui/nomenclature/serafin.hpp"

namespace grappe::dui {

// A file that is not there is a failure of the installation.
std::string texte_livre(const std::string& chemin);
core::Result<nomenclature::Serafin> serafin_livree(const cli::Session& session);

}  // namespace grappe::dui
