// Rows of models and of letters.
#pragma once

#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {

std::optional<Modele> dernier_modele(storage::Reader& db, GenreDeLettre genre);
void ajouter(storage::Writer& db, const Modele& modele, const std::string& par,
             core::Instant ecrite_le);

void ajouter(storage::Writer& db, std::string_view dossier, Lettre lettre);

}  // namespace grappe::instruction
