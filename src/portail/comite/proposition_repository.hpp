// Rows of proposals.
#pragma once

#include "portail/comite/proposition_gardee.hpp"

namespace grappe::comite {

PropositionGardee ajouter(storage::Writer& db, std::string_view comite, PropositionGardee gardee);

}  // namespace grappe::comite
