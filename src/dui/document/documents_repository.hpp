// The one statement about documents that elements do not hold already.
#pragma once

#include <set>
#include <string>

#include "storage/reader.hpp"

namespace grappe::document {

// The digests that any version names: read once, when a server starts.
std::set<std::string> fichiers_nommes(storage::Reader& db);

}  // namespace grappe::document
