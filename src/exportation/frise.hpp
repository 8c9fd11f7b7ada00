// Frise: a Gantt chart as values: months across, one line a phase. A phase without dates has no
// bar.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"

namespace grappe::exportation {

struct Etendue {
    core::Date debut, fin;  // both included; the same day: a milestone
};

struct LigneDeFrise {
    std::string libelle;
    std::string dates;  // in words, beside the bar
    std::optional<Etendue> etendue;
};

struct Frise {
    std::string titre_des_lignes, titre_des_dates;
    std::string sans_date;  // in the place of dates
    std::vector<LigneDeFrise> lignes;
};

}  // namespace grappe::exportation
