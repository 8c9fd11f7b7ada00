// Brouillon: what somebody was writing when a shared device changed hands. Nobody else reads it.
#pragma once

#include <optional>
#include <string>

#include "secret/coffre.hpp"
#include "storage/reader.hpp"

namespace grappe::appareil {

// The one before is replaced.
void garder_le_brouillon(storage::Writer& db, const secret::Coffre& coffre,
                         const std::string& compte, const std::string& contenu);
std::optional<std::string> brouillon_de(storage::Reader& db, const secret::Coffre& coffre,
                                        const std::string& compte);
void oublier_le_brouillon(storage::Writer& db, const std::string& compte);

}  // namespace grappe::appareil
