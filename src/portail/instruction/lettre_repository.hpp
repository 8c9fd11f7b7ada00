// Rows of letters.
#pragma once

#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {

void ajouter(storage::Writer& db, std::string_view dossier, const Lettre& lettre);

}  // namespace grappe::instruction
