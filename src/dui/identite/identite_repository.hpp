// Every SQL statement about what was done to identities.
#pragma once

#include <string_view>
#include <vector>

#include "dui/identite/histoire.hpp"
#include "storage/reader.hpp"

namespace grappe::identite {

// In their order.
std::vector<Etape> actes_de(storage::Reader& db, std::string_view personne);
void ajouter(storage::Writer& db, std::string_view personne, const Etape& acte);

}  // namespace grappe::identite
