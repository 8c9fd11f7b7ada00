// Rows of published rules: one a version, never changed.
#pragma once

#include <string>
#include <vector>

#include "portail/publication/versions.hpp"
#include "storage/reader.hpp"

namespace grappe::publication {

struct Publication {
    std::string empreinte;
    Textes textes;
};

std::vector<Publication> publications(storage::Reader& db);  // by digest
// Those that are kept already stay as they are.
void garder(storage::Writer& db, const std::vector<Publication>& publications,
            core::Instant maintenant);

}  // namespace grappe::publication
