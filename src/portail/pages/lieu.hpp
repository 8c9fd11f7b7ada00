// Lieu: the path of a field of a dossier, read as the name of its label.
#pragma once

#include <string>
#include <string_view>

namespace grappe::pages {

// "essms.regime" of "essms[3].regime" and of "essms[240000224].regime".
std::string sans_rangs(std::string_view chemin);

}  // namespace grappe::pages
