// Every SQL statement about handovers.
#pragma once

#include "dui/transmission/releve.hpp"

namespace grappe::transmission {

void ajouter_prise(storage::Writer& db, const std::string& compte, const Equipe& equipe,
                   const Prise& prise);
// The last element known by that act of recording; 0: none.
std::int64_t dernier_numero_de_l_acte(storage::Reader& db, std::int64_t enregistrement);

}  // namespace grappe::transmission
