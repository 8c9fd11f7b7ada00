// Rows of draws and of the proofs that answer them.
#pragma once

#include "portail/usages/controle.hpp"

namespace grappe::usages {

void ajouter(storage::Writer& db, const RapportRecu& rapport, const Tirage& tirage,
             std::string_view par);
void ajouter(storage::Writer& db, const Tirage& tirage, const Preuves& preuves,
             std::string_view par);

}  // namespace grappe::usages
