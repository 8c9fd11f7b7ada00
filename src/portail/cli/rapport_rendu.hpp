// What the commands about usage reports say on their output.
#pragma once

#include <string>

#include "rapport/declaration.hpp"
#include "rapport/preuves.hpp"
#include "rules/phrases.hpp"

namespace grappe::cli {

std::string rapport_dit(const rapport::Rapport& rapport, const usage::Parametres& parametres,
                        const rules::Phrases& phrases);
std::string declaration_dite(const rapport::Declaration& declaration,
                             const usage::Parametres& parametres, const rules::Phrases& phrases);
std::string preuves_dites(const rapport::Preuves& preuves, const rules::Phrases& phrases);

}  // namespace grappe::cli
