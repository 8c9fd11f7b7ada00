// What lists ask of the database beside the rows of `fiche`.
#pragma once

#include "portail/instruction/liste.hpp"

namespace grappe::instruction {

// The deposited dossiers that name an establishment, sorted.
std::vector<std::string> dossiers_de(storage::Reader& db, std::string_view finess);
std::vector<Personne> personnes(storage::Reader& db, const access::Acteur& acteur);

}  // namespace grappe::instruction
