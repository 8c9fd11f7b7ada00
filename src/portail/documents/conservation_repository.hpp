// Rows of conservation: announcements, holds, and what a purge takes away.
#pragma once

#include "portail/documents/conservation.hpp"

namespace grappe::documents {

bool existe(storage::Reader& db, std::string_view dossier);
void ajouter_annonce(storage::Writer& db, std::string_view dossier, core::Instant maintenant);
void ajouter_retenue(storage::Writer& db, const ActeDeGarde& acte);
std::int64_t lever_les_retenues(storage::Writer& db, const ActeDeGarde& acte);
void effacer(storage::Writer& db, const ActeDeGarde& acte);

}  // namespace grappe::documents
