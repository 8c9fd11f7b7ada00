// Every SQL statement about agreements.
#include "portail/membres/accord.hpp"

namespace grappe::membres {
namespace {

using storage::Statement, storage::Row;

constexpr Statement insert_accord{"accord.ajouter", R"(
    INSERT INTO accord (id, membre, rang, part, empreinte, version, donne_par, donne_le, fini_le,
                        fin)
    VALUES ($1, $2, (SELECT COUNT(*) FROM accord WHERE membre = $2) + 1, $3, $4, $5, $6, $7, NULL,
            NULL))"};
constexpr Statement update_fin{"accord.finir", R"(
    UPDATE accord SET fini_le = $2, fin = $3 WHERE id = $1 AND fini_le IS NULL)"};
constexpr Statement select_du_dossier{"accord.du_dossier", R"(
    SELECT a.id, a.membre, a.part, a.empreinte, a.version, a.donne_par, a.donne_le, a.fini_le,
           a.fin
    FROM accord a JOIN membre m ON m.id = a.membre
    WHERE m.dossier = $1 AND m.retire_le IS NULL
      AND a.rang = (SELECT MAX(b.rang) FROM accord b WHERE b.membre = a.membre))"};
constexpr Statement select_du_membre{"accord.du_membre", R"(
    SELECT id, membre, part, empreinte, version, donne_par, donne_le, fini_le, fin
    FROM accord WHERE membre = $1 ORDER BY rang DESC LIMIT 1)"};

Accord lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .membre = row.get<std::string>("membre"),
            .part = row.get<std::string>("part"),
            .empreinte = row.get<std::string>("empreinte"),
            .version = row.get<int>("version"),
            .donne_par = row.get<std::string>("donne_par"),
            .donne_le = row.get<core::Instant>("donne_le"),
            .fini_le = row.get<std::optional<core::Instant>>("fini_le"),
            .fin = row.get<std::optional<FinDAccord>>("fin")};
}

}  // namespace

void ajouter(storage::Writer& db, const Accord& accord) {
    db.run(insert_accord, accord.id, accord.membre, accord.part, accord.empreinte, accord.version,
           accord.donne_par, accord.donne_le);
}

void finir(storage::Writer& db, const Accord& accord, FinDAccord fin, core::Instant maintenant) {
    db.run(update_fin, accord.id, maintenant, fin);
}

std::vector<Accord> derniers_accords(storage::Reader& db, std::string_view dossier) {
    return db.all(select_du_dossier, lire, dossier);
}

std::optional<Accord> dernier_accord(storage::Reader& db, std::string_view membre) {
    return db.one(select_du_membre, lire, membre);
}

}  // namespace grappe::membres
