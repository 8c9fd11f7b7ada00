// Rows of the scans of signed papers.
#pragma once

#include <string_view>

#include "portail/convention/papier.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

std::optional<PapierSigne> trouver_papier(storage::Reader& db, std::string_view id);
// Of an agreement and of all its amendments: by rank, the last filed last.
std::vector<PapierSigne> papiers_de(storage::Reader& db, std::string_view convention);
void ajouter(storage::Writer& db, const PapierSigne& papier);

}  // namespace grappe::convention
