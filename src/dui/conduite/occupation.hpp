// Occupation: how many live in each unit of an establishment, out of how many places.
#pragma once

#include "dui/rencontre/rencontre.hpp"

namespace grappe::conduite {

struct Occupation {
    unite::Unite unite;
    std::size_t presentes = 0;  // a place there and a stay that goes on
};
struct Occupations {
    std::vector<Occupation> unites;
    std::size_t sans_unite = 0, presentes = 0;
    int places = 0;                 // of the units that say how many
    bool toutes_en_disent = false;  // every unit does
};
Occupations occupations_de(const rencontre::Ecrans& ecrans, storage::Reader& db,
                           std::string_view finess_et, core::Date jour);

}  // namespace grappe::conduite
