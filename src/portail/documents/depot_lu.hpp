// A deposit with its pieces, for who holds its receipt or may read its dossier.
#pragma once

#include <string_view>
#include <vector>

#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::documents {

struct DepotLu {
    teleservice::Depot depot;
    std::vector<teleservice::Piece> pieces;
};

DepotLu avec_ses_pieces(storage::Reader& db, teleservice::Depot depot);

// Code "recepisse.inconnu".
core::Result<DepotLu> depot_du_recepisse(storage::Reader& db, std::string_view numero,
                                         std::string_view empreinte);

// The last deposit of a dossier. Codes "dossier.inconnu", "depot.aucun".
core::Result<DepotLu> dernier_depot_lu(storage::Reader& db, const teleservice::Demandeur& qui,
                                       std::string_view dossier);

}  // namespace grappe::documents
