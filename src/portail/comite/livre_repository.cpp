// The dossiers of a page of a ledger, in one question.
#include "portail/comite/livre_repository.hpp"

namespace grappe::comite {
namespace {

constexpr storage::Statement select_cites{"mouvement.dossiers_cites", R"(
    SELECT f.dossier, f.numero, f.porteur FROM fiche f WHERE f.dossier IN (
        SELECT p.dossier FROM (
            SELECT numero, dossier FROM mouvement
            WHERE (appel_de = $1 AND guichet_de = $2) OR (appel_vers = $1 AND guichet_vers = $2)
            ORDER BY numero DESC LIMIT $3 OFFSET $4) p))"};

}  // namespace

std::vector<DossierCite> dossiers_cites(storage::Reader& db, const enveloppe::Enveloppe& enveloppe,
                                        const enveloppe::Tranche& tranche) {
    return db.all(
        select_cites,
        [](const storage::Row& row) {
            return DossierCite{row.get<std::string>("dossier"), row.get<std::string>("numero"),
                               row.get<std::string>("porteur")};
        },
        enveloppe.appel, enveloppe.guichet, tranche.combien, tranche.sautees);
}

}  // namespace grappe::comite
