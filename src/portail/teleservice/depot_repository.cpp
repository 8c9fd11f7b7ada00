// Every SQL statement about deposits.
#include "portail/teleservice/depot_repository.hpp"

#include <algorithm>
#include <array>

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row, storage::Value;

constexpr Statement select_dernier{"depot.dernier", R"(
    SELECT dossier, rang, numero, version, depose_par, depose_le, niveau, financeur, ferme_le,
           regles, subvention, empreinte, recepisse
    FROM depot WHERE dossier = $1 ORDER BY rang DESC LIMIT 1)"};
constexpr Statement select_numero{"depot.numero", R"(
    SELECT dossier, rang, numero, version, depose_par, depose_le, niveau, financeur, ferme_le,
           regles, subvention, empreinte, recepisse
    FROM depot WHERE numero = $1)"};
constexpr Statement select_tous{"depot.du_dossier", R"(
    SELECT dossier, rang, numero, version, depose_par, depose_le, niveau, financeur, ferme_le,
           regles, subvention, empreinte, recepisse
    FROM depot WHERE dossier = $1 ORDER BY rang)"};
constexpr Statement insert_depot{"depot.ajouter", R"(
    INSERT INTO depot (dossier, rang, numero, version, depose_par, depose_le, niveau, financeur,
                       ferme_le, regles, subvention, empreinte, recepisse)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
constexpr Statement insert_piece{
    "depot.ajouter_piece", "INSERT INTO depot_piece (dossier, rang, piece) VALUES ($1, $2, $3)"};
constexpr Statement select_pieces{"depot.pieces",
                                  "SELECT piece FROM depot_piece WHERE dossier = $1 AND rang = $2"};
constexpr Statement delete_essms{"depot.oublier_essms",
                                 "DELETE FROM depot_essms WHERE dossier = $1"};
constexpr Statement insert_essms{
    "depot.ajouter_essms",
    "INSERT INTO depot_essms (finess_et, dossier, siret) VALUES ($1, $2, $3)"};

// So many establishments are looked for at once; the last ones of a lot repeat.
constexpr std::size_t lot = 20;
constexpr Statement select_voisins{"depot.voisins", R"(
    SELECT e.finess_et, e.dossier, e.siret, d.compte, d.statut
    FROM depot_essms e JOIN dossier d ON d.id = e.dossier
    WHERE e.dossier <> $1 AND e.finess_et IN
        ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
         $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
    ORDER BY e.finess_et, e.dossier)"};

Depot lire(const Row& row) {
    return {.dossier = row.get<std::string>("dossier"),
            .rang = row.get<int>("rang"),
            .numero = row.get<std::string>("numero"),
            .version = row.get<int>("version"),
            .depose_par = row.get<std::string>("depose_par"),
            .depose_le = row.get<core::Instant>("depose_le"),
            .niveau = row.get<programme::Niveau>("niveau"),
            .financeur = row.get<std::string>("financeur"),
            .ferme_le = row.get<std::optional<core::Instant>>("ferme_le"),
            .regles = row.get<std::string>("regles"),
            .subvention = row.get<std::optional<core::Money>>("subvention"),
            .empreinte = row.get<std::string>("empreinte"),
            .recepisse = row.get<std::string>("recepisse")};
}

Voisinage lire_voisin(const Row& row) {
    return {.finess_et = row.get<std::string>("finess_et"),
            .dossier = row.get<std::string>("dossier"),
            .compte = row.get<std::string>("compte"),
            .siret = row.get<std::string>("siret"),
            .statut = row.get<Statut>("statut")};
}

}  // namespace

std::optional<Depot> dernier_depot(storage::Reader& db, std::string_view dossier) {
    return db.one(select_dernier, lire, dossier);
}

std::optional<Depot> depot_numero(storage::Reader& db, std::string_view numero) {
    return db.one(select_numero, lire, numero);
}

std::vector<Depot> depots(storage::Reader& db, std::string_view dossier) {
    return db.all(select_tous, lire, dossier);
}

void ajouter(storage::Writer& db, const Gele& gele) {
    const auto& depot = gele.depot;
    db.run(insert_depot, depot.dossier, depot.rang, depot.numero, depot.version, depot.depose_par,
           depot.depose_le, depot.niveau, depot.financeur, depot.ferme_le, depot.regles,
           depot.subvention, depot.empreinte, depot.recepisse);
    for (const auto& piece : gele.pieces) db.run(insert_piece, depot.dossier, depot.rang, piece);
    remplacer_essms(db, depot.dossier, gele.essms, gele.siret);
}

void remplacer_essms(storage::Writer& db, std::string_view dossier,
                     const std::vector<std::string>& essms, std::string_view siret) {
    db.run(delete_essms, dossier);
    for (const auto& finess : essms) db.run(insert_essms, finess, dossier, siret);
}

std::vector<std::string> pieces_du_depot(storage::Reader& db, const Depot& depot) {
    return db.all(
        select_pieces, [](const Row& row) { return row.get<std::string>("piece"); }, depot.dossier,
        depot.rang);
}

std::vector<Voisinage> autres_dossiers(storage::Reader& db, std::string_view dossier,
                                       std::span<const std::string> essms) {
    std::vector<Voisinage> trouves;
    for (std::size_t debut = 0; debut < essms.size(); debut += lot) {
        std::array<Value, lot + 1> valeurs{Value{dossier}};
        for (std::size_t n = 0; n < lot; ++n)
            valeurs[n + 1] = std::string_view{essms[std::min(debut + n, essms.size() - 1)]};
        db.each_of(select_voisins, valeurs,
                   [&](const Row& row) { trouves.push_back(lire_voisin(row)); });
    }
    return trouves;
}

}  // namespace grappe::teleservice
