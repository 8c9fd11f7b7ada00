// Reading a deposit and what it froze.
#include "portail/documents/depot_lu.hpp"

#include <algorithm>
#include <tuple>

#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/piece_repository.hpp"

namespace grappe::documents {

DepotLu avec_ses_pieces(storage::Reader& db, teleservice::Depot depot) {
    const auto gelees = teleservice::pieces_du_depot(db, depot);
    auto pieces = teleservice::toutes_les_pieces(db, depot.dossier);
    std::erase_if(pieces, [&](const teleservice::Piece& piece) {
        return std::find(gelees.begin(), gelees.end(), piece.id) == gelees.end();
    });
    std::sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) {
        return std::tie(a.type, a.sha256, a.organisme) < std::tie(b.type, b.sha256, b.organisme);
    });
    return {std::move(depot), std::move(pieces)};
}

core::Result<DepotLu> depot_du_recepisse(storage::Reader& db, std::string_view numero,
                                         std::string_view empreinte) {
    auto depot = teleservice::verifier_recepisse(db, numero, empreinte);
    if (!depot) return depot.error();
    return avec_ses_pieces(db, std::move(depot).value());
}

core::Result<DepotLu> dernier_depot_lu(storage::Reader& db, const teleservice::Demandeur& qui,
                                       std::string_view dossier) {
    const auto lu = teleservice::demander(db, qui, dossier, access::Permission::dossier_lire);
    if (!lu) return lu.error();
    auto depot = teleservice::dernier_depot(db, lu->id);
    if (!depot) return core::refuse(core::Reason::not_found, "depot.aucun");
    return avec_ses_pieces(db, *std::move(depot));
}

}  // namespace grappe::documents
