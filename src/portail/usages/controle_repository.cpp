// Every SQL statement about draws and proofs.
#include "portail/usages/controle_repository.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace grappe::usages {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_tirages{"usage_tirage.du_rapport", R"(
    SELECT id, rang, graine, nombre, source, fait_le FROM usage_tirage
    WHERE rapport = $1 ORDER BY rang)"};
constexpr Statement select_preuves{"usage_preuves.du_rapport", R"(
    SELECT p.tirage, p.rang, p.empreinte, p.recu_le, p.ouvertures, p.issue, p.reproches
    FROM usage_preuves p JOIN usage_tirage t ON t.id = p.tirage
    WHERE t.rapport = $1 ORDER BY t.rang, p.rang)"};
constexpr Statement insert_tirage{"usage_tirage.ajouter", R"(
    INSERT INTO usage_tirage (id, rapport, rang, graine, nombre, source, par, fait_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement insert_preuves{"usage_preuves.ajouter", R"(
    INSERT INTO usage_preuves (tirage, rang, empreinte, par, recu_le, ouvertures, issue, reproches)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};

std::vector<std::string> lignes_de(std::string_view texte) {
    std::vector<std::string> lignes;
    while (!texte.empty()) {
        const auto ligne = texte.substr(0, texte.find('\n'));
        lignes.emplace_back(ligne);
        texte.remove_prefix(std::min(texte.size(), ligne.size() + 1));
    }
    return lignes;
}

}  // namespace

std::vector<Tirage> tirages_de(storage::Reader& db, std::string_view rapport) {
    auto tirages = db.all(
        select_tirages,
        [](const Row& row) {
            return Tirage{.id = row.get<std::string>("id"),
                          .rang = row.get<int>("rang"),
                          .graine = row.get<std::string>("graine"),
                          .nombre = row.get<std::int64_t>("nombre"),
                          .source = row.get<std::string>("source"),
                          .fait_le = row.get<core::Instant>("fait_le")};
        },
        rapport);
    db.each(
        select_preuves,
        [&](const Row& row) {
            const auto ou = std::ranges::find(tirages, row.get<std::string>("tirage"), &Tirage::id);
            ou->preuves.push_back({.rang = row.get<int>("rang"),
                                   .empreinte = row.get<std::string>("empreinte"),
                                   .recu_le = row.get<core::Instant>("recu_le"),
                                   .ouvertures = row.get<std::int64_t>("ouvertures"),
                                   .issue = row.get<IssueDesPreuves>("issue"),
                                   .reproches = lignes_de(row.get<std::string_view>("reproches"))});
        },
        rapport);
    return tirages;
}

void ajouter(storage::Writer& db, const RapportRecu& rapport, const Tirage& tirage,
             std::string_view par) {
    db.run(insert_tirage, tirage.id, rapport.id, tirage.rang, tirage.graine, tirage.nombre,
           tirage.source, par, tirage.fait_le);
}

void ajouter(storage::Writer& db, const Tirage& tirage, const Preuves& preuves,
             std::string_view par) {
    db.run(insert_preuves, tirage.id, preuves.rang, preuves.empreinte, par, preuves.recu_le,
           preuves.ouvertures, preuves.issue,
           fmt::format("{}", fmt::join(preuves.reproches, "\n")));
}

}  // namespace grappe::usages
