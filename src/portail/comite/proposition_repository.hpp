// Rows of proposals; `lire_propositions` says who may read them.
#pragma once

#include "portail/comite/proposition_gardee.hpp"

namespace grappe::comite {

// Without their lines, the last one first.
std::vector<PropositionGardee> propositions(storage::Reader& db, std::string_view comite);
std::optional<PropositionGardee> proposition_gardee(storage::Reader& db, std::string_view comite,
                                                    int numero);

PropositionGardee ajouter(storage::Writer& db, std::string_view comite, PropositionGardee gardee);

}  // namespace grappe::comite
