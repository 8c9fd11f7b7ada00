// Rows of agreements, of their lines, signatures and reports.
#pragma once

#include <string_view>

#include "portail/convention/convention.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

// What is granted is that of the amendment in force.
std::optional<Convention> trouver(storage::Reader& db, std::string_view id);
// As it was first signed.
std::optional<Convention> trouver_initiale(storage::Reader& db, std::string_view id);
std::optional<Convention> trouver_du_dossier(storage::Reader& db, std::string_view dossier);

void ajouter(storage::Writer& db, const Convention& convention);
// To the next version. False: the version in place is another one.
bool avancer(storage::Writer& db, const Convention& convention);
// The version moves with it. False: the version in place is another one.
bool ajouter(storage::Writer& db, const Convention& convention, const Signature& signature);

// Oldest first. To attach one twice changes nothing.
std::vector<std::string> rapports_de(storage::Reader& db, std::string_view convention);
void rattacher(storage::Writer& db, std::string_view convention, std::string_view rapport,
               core::Instant recu_le);

}  // namespace grappe::convention
