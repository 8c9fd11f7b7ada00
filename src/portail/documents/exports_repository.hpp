// Rows of exports.
#pragma once

#include "portail/documents/exports.hpp"
#include "storage/reader.hpp"

namespace grappe::documents {

void ajouter(storage::Writer& db, const Export& un);
std::optional<Export> trouver_export(storage::Reader& db, std::string_view id);
std::vector<Export> exports_du_compte(storage::Reader& db, std::string_view compte);
std::optional<Export> prochain_export(storage::Reader& db);  // the oldest to be made
std::vector<Export> exports_a_perimer(storage::Reader& db, core::Instant maintenant);

// State, end, size, digest, tries and fault.
void changer(storage::Writer& db, const Export& un);

}  // namespace grappe::documents
