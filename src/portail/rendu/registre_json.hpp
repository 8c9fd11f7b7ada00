// Establishments of the register as JSON: the same from the API and from the command.
#pragma once

#include <optional>
#include <string>

#include "referentiels/categories.hpp"
#include "referentiels/registre_en_memoire.hpp"

namespace grappe::rendu {

struct VueDuRegistre {
    const referentiels::Categories& categories;
    std::optional<core::Date> registre_au;  // empty: nothing says it
    core::Date aujourdhui;                  // says who is open
};

std::string trouvailles_json(const referentiels::Trouvailles& trouvailles,
                             const VueDuRegistre& vue);
std::string etablissement_json(const referentiels::Etablissement& etablissement,
                               const VueDuRegistre& vue);

}  // namespace grappe::rendu
