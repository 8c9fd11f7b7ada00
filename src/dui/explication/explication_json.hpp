// Explanations as JSON: docs/indicateurs.md tells its members.
#pragma once

#include <string>
#include <vector>

#include "dui/explication/plan.hpp"
#include "dui/explication/prevision.hpp"

namespace grappe::explication {

struct Expose {
    std::string finess_et;
    std::string regle;  // version of the rule of measure
    std::vector<std::pair<Explication, std::optional<Prevision>>> indicateurs;
    Plan plan;
};
std::string en_json(const Expose& expose, const indicateur::Lecture& lecture);

}  // namespace grappe::explication
