// Rows of recoveries, of their decisions and of what came back.
#pragma once

#include <string_view>

#include "portail/convention/recouvrement.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

std::optional<Recouvrement> trouver_recouvrement(storage::Reader& db, std::string_view id);
// By rank.
std::vector<Recouvrement> recouvrements_de(storage::Reader& db, std::string_view convention);

void ajouter(storage::Writer& db, const Recouvrement& recouvrement);
void decider(storage::Writer& db, const Recouvrement& decide);
void ajouter(storage::Writer& db, std::string_view recouvrement, const Retour& retour);

}  // namespace grappe::convention
