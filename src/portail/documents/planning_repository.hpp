// Rows of plannings.
#pragma once

#include <optional>
#include <string_view>

#include "portail/documents/planning.hpp"
#include "storage/reader.hpp"

namespace grappe::documents {

struct Auteur {
    std::string_view compte;
    core::Instant instant;
};

std::optional<Planning> trouver_planning(storage::Reader& db, std::string_view dossier);

// False: the version in place is not the one before.
bool remplacer_planning(storage::Writer& db, std::string_view dossier, const Planning& planning,
                        const Auteur& auteur);

}  // namespace grappe::documents
