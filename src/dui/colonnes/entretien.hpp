// Keeping the columns in step with the database.
#pragma once

#include <string>

#include "dui/colonnes/segment.hpp"
#include "storage/reader.hpp"

namespace grappe::colonnes {

// The segment of all that the transaction of `db` sees: the one found in the folder, else that one
// with what was stored since, else all of it anew. What it replaces is removed. A folder that
// cannot be written is a Failure.
Segment a_jour(storage::Reader& db, const std::string& dossier);

}  // namespace grappe::colonnes
