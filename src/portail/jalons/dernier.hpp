// Dernier: what the rows of one milestone come to: the last word counts, each stays. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/jalons/jalon.hpp"

namespace grappe::jalons {

struct Dernier {
    std::optional<core::Date> prevu_le, fait_le, prolonge_au;
    Suite suite = Suite::rien;
    std::string question{};  // of the desk
};

// What is planned or extended for the project holds for each of its establishments, until the
// establishment has a later word of its own.
Dernier dernier(const std::vector<Fait>& faits, Genre jalon, std::string_view finess_et);

}  // namespace grappe::jalons
