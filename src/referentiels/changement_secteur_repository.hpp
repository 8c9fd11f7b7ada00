// Every SQL statement about the changes of sectors.
#pragma once

#include <optional>
#include <string>

#include "referentiels/changement_secteur.hpp"

namespace grappe::referentiels {

// `changements` is declared with the use case.
void ajouter_changement(storage::Writer& db, const ChangementSecteur& changement);

// The label that the register gives to a category, if an establishment has it.
std::optional<std::string> libelle_au_registre(storage::Reader& db, const std::string& categorie);

}  // namespace grappe::referentiels
