// Rows of how long examinations took.
#pragma once

#include "portail/instruction/delais.hpp"

namespace grappe::instruction {

void garder_le_delai(storage::Writer& db, const teleservice::Dossier& dossier, int jours,
                     core::Instant decide_le);
void oter_le_delai(storage::Writer& db, std::string_view dossier);
// By call; a dossier withdrawn or opened again since does not count.
std::map<std::string, Effectifs> effectifs_du_guichet(storage::Reader& db,
                                                      std::string_view guichet);
// Of one call.
Effectifs effectifs(storage::Reader& db, std::string_view appel, std::string_view guichet);
// Decided dossiers that have no row.
std::vector<std::string> delais_manquants(storage::Reader& db);

}  // namespace grappe::instruction
