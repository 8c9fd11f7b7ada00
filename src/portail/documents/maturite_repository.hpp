// Rows of self-assessments.
#pragma once

#include <optional>

#include "portail/documents/maturite.hpp"
#include "portail/documents/planning_repository.hpp"

namespace grappe::documents {

std::optional<FicheDeMaturite> trouver_fiche(storage::Reader& db, const FicheVisee& visee);

// False: the version in place is not the one before.
bool remplacer_fiche(storage::Writer& db, std::string_view dossier, const FicheDeMaturite& fiche,
                     const Auteur& auteur);

}  // namespace grappe::documents
