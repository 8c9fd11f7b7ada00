// Stays that nobody closed.
#pragma once

#include <set>
#include <span>
#include <string>

#include "dui/colonnes/colonnes.hpp"

namespace grappe::colonnes {

using Personnes = std::set<std::string, std::less<>>;

// Of these persons, those who died, as known now, and of whom a stay, at whatever establishment,
// has no end. One pass over all records, however many are asked for.
Personnes ouverts_apres_leur_deces(const Colonnes& tout, std::span<const std::string> personnes);

}  // namespace grappe::colonnes
