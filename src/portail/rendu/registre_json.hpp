// Establishments of the register as JSON: the same from the API and from the command.
#pragma once

#include <string>

#include "referentiels/categories.hpp"
#include "referentiels/registre_en_memoire.hpp"

namespace grappe::rendu {

struct VueDuRegistre {
    const referentiels::Categories& categories;
    core::Date registre_au;
    core::Date aujourdhui;  // says who is open
};

std::string trouvailles_json(const referentiels::Trouvailles& trouvailles,
                             const VueDuRegistre& vue);
std::string etablissement_json(const referentiels::Etablissement& etablissement,
                               const VueDuRegistre& vue);

}  // namespace grappe::rendu
