// What a pair of coordinates of a FINESS file means, decided by its values and its territory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "referentiels/lecture.hpp"

namespace grappe::referentiels {

// The decimal number `texte` times ten to the `decimales`, further digits dropped; nothing when
// another character is there or when it exceeds 12 digits. "417000.5" with 3 gives 417000500.
std::optional<std::int64_t> decimal(std::string_view texte, int decimales);

struct PaireDeCoordonnees {
    std::string_view x;  // easting or longitude
    std::string_view y;  // northing or latitude
};

// Degrees when both fit, else Lambert-93 or the local UTM of the department (COG code). Nothing
// when the point is outside its territory: a wrong point is worse than none.
std::optional<Coordonnees> situer(PaireDeCoordonnees paire, std::string_view departement);

}  // namespace grappe::referentiels
