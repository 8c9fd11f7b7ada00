// Rows of published rules: one a version, never changed.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "storage/reader.hpp"

namespace grappe::publication {

struct Publication {
    std::string empreinte;
    std::string appel;         // id
    std::string texte, socle;  // of its file and of its national layer; empty: none
};

std::vector<Publication> publications(storage::Reader& db);  // by digest
// Those that are kept already stay as they are.
void garder(storage::Writer& db, const std::vector<Publication>& publications,
            core::Instant maintenant);

}  // namespace grappe::publication
