// Rows of the dossiers that the national level was asked to examine.
#pragma once

#include <vector>

#include "portail/instruction/niveau.hpp"

namespace grappe::instruction {

// Whose last act is a request or its acceptance, and that are not judged yet; the oldest first.
std::vector<DossierAuNational> au_national(storage::Reader& db);

}  // namespace grappe::instruction
