// Description: a series in plain French: "tous les mardis à 10 h 30, jusqu'au 31 mars 2027".
#pragma once

#include <string>

#include "dui/recurrence/serie.hpp"
#include "rules/phrases.hpp"

namespace grappe::recurrence {

std::string decrire(const Serie& serie, const rules::Phrases& phrases);

// "mardi 24 novembre 2026, de 10 h 30 à 11 h 30", with what a change of the hour does to it.
std::string decrire(const Occurrence& occurrence, const rules::Phrases& phrases);

std::string heure_en_clair(const Moment& moment);  // "10 h 30", "9 h"

}  // namespace grappe::recurrence
