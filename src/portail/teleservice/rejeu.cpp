// What was answered, by account and key.
#include "portail/teleservice/rejeu.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr std::chrono::hours duree{24};

constexpr Statement select_un{
    "rejeu.trouver", "SELECT empreinte, statut, corps FROM rejeu WHERE compte = $1 AND cle = $2"};
constexpr Statement insert{"rejeu.ajouter", R"(
    INSERT INTO rejeu (compte, cle, empreinte, statut, corps, cree_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement delete_anciens{"rejeu.oublier", "DELETE FROM rejeu WHERE cree_le < $1"};

struct Ligne {
    std::string empreinte;
    ReponseGardee reponse;
};

Ligne lire(const Row& row) {
    return {.empreinte = row.get<std::string>("empreinte"),
            .reponse = {.statut = row.get<int>("statut"), .corps = row.get<std::string>("corps")}};
}

}  // namespace

core::Result<std::optional<ReponseGardee>> deja_repondu(storage::Reader& db,
                                                        const Rejouable& demande) {
    if (demande.cle.empty()) return std::optional<ReponseGardee>{};
    if (demande.cle.size() > cle_max) return core::refuse(core::Reason::invalid, "rejeu.cle");
    const auto ligne = db.one(select_un, lire, demande.compte, demande.cle);
    if (!ligne) return std::optional<ReponseGardee>{};
    if (ligne->empreinte != demande.empreinte)
        return core::refuse(core::Reason::rule_not_met, "rejeu.autre_demande");
    return std::optional{ligne->reponse};
}

void garder(storage::Writer& db, const Rejouable& demande, const ReponseGardee& reponse) {
    if (demande.cle.empty()) return;
    db.run(insert, demande.compte, demande.cle, demande.empreinte, reponse.statut, reponse.corps,
           demande.maintenant);
}

std::int64_t oublier_les_anciens(storage::Writer& db, core::Instant maintenant) {
    return db.run(delete_anciens, core::Instant::of(maintenant.utc() - duree));
}

}  // namespace grappe::teleservice
