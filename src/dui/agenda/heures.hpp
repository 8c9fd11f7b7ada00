// Heures: time planned and done for each objective of a person (PP-09: how much of it is traced).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dui/agenda/evenement.hpp"

namespace grappe::agenda {

// Real minutes, the change of the hour counted. `objectif` empty: outside the project.
struct Heures {
    std::string personne, objectif;
    std::int64_t prevues = 0;  // of what is not cancelled, done or not
    std::int64_t faites = 0;   // realised or closed, the person there
    int refus = 0, absences = 0;

    bool operator==(const Heures&) const = default;
};

// By person, then objective.
std::vector<Heures> compter(std::span<const Evenement> evenements);

}  // namespace grappe::agenda
