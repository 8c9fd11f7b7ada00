// Keeping the columns in step with the database.
#pragma once

#include <string>

#include "dui/colonnes/colonnes.hpp"
#include "storage/reader.hpp"

namespace grappe::colonnes {

// All that the transaction of `db` sees: the segment found in the folder, and beside it what was
// stored since when that is little; else as `sceller`.
Colonnes a_jour(storage::Reader& db, const std::string& dossier);

// The segment of all that the transaction sees: the one found in the folder, else that one with
// what was stored since, else all of it anew. What it replaces is removed. A folder that cannot be
// written is a Failure.
Segment sceller(storage::Reader& db, const std::string& dossier);

}  // namespace grappe::colonnes
