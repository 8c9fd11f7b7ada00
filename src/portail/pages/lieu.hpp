// Lieu: the path of a field of a dossier, and the label that people know it by.
#pragma once

#include <string>
#include <string_view>

#include "rules/phrases.hpp"

namespace grappe::pages {

// "essms.regime" of "essms[3].regime" and of "essms[240000224].regime".
std::string sans_rangs(std::string_view chemin);

// The label of the form, whatever the line; the path itself for a field that has none.
std::string nom_du_champ(const rules::Phrases& phrases, std::string_view chemin);

}  // namespace grappe::pages
