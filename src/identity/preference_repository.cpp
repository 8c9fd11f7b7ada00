// Every SQL statement about preferences of mails and daily summaries.
#include "identity/preference_repository.hpp"

#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_regime{"courrier_preference.trouver",
                                  "SELECT regime FROM courrier_preference WHERE compte = $1"};
constexpr Statement insert_regime{"courrier_preference.garder", R"(
    INSERT INTO courrier_preference (compte, regime, choisi_le) VALUES ($1, $2, $3)
    ON CONFLICT (compte) DO UPDATE SET regime = excluded.regime,
                                       choisi_le = excluded.choisi_le)"};
constexpr Statement insert_nouvelle{"courrier_resume.garder", R"(
    INSERT INTO courrier_resume (id, compte, objet, lien, cree_le)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement select_nouvelles{"courrier_resume.du_compte", R"(
    SELECT objet, lien FROM courrier_resume
    WHERE compte = $1 AND cree_le < $2 ORDER BY cree_le, id)"};
constexpr Statement delete_nouvelles{
    "courrier_resume.oublier", "DELETE FROM courrier_resume WHERE compte = $1 AND cree_le < $2"};
constexpr Statement select_comptes{"courrier_resume.comptes", R"(
    SELECT DISTINCT compte FROM courrier_resume WHERE cree_le < $1 ORDER BY compte)"};

}  // namespace

std::optional<Regime> regime_choisi(storage::Reader& db, std::string_view compte) {
    return db.one(
        select_regime, [](const Row& row) { return row.get<Regime>("regime"); }, compte);
}

void garder_le_regime(storage::Writer& db, std::string_view compte, Regime regime,
                      core::Instant maintenant) {
    db.run(insert_regime, compte, regime, maintenant);
}

void garder_la_nouvelle(storage::Writer& db, std::string_view compte, const Nouvelle& nouvelle,
                        core::Instant reel) {
    db.run(insert_nouvelle, secret::identifiant(), compte, nouvelle.objet, nouvelle.lien, reel);
}

std::vector<Nouvelle> nouvelles_avant(storage::Reader& db, std::string_view compte,
                                      core::Instant seuil) {
    return db.all(
        select_nouvelles,
        [](const Row& row) {
            return Nouvelle{row.get<std::string>("objet"), row.get<std::string>("lien")};
        },
        compte, seuil);
}

void oublier_les_nouvelles(storage::Writer& db, std::string_view compte, core::Instant seuil) {
    db.run(delete_nouvelles, compte, seuil);
}

std::vector<std::string> comptes_qui_attendent(storage::Reader& db, core::Instant seuil) {
    return db.all(
        select_comptes, [](const Row& row) { return row.get<std::string>("compte"); }, seuil);
}

}  // namespace grappe::identity
