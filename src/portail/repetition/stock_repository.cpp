// Every SQL statement of the rehearsal: four questions, none of which names a dossier.
#include <algorithm>
#include <map>
#include <tuple>

#include "portail/repetition/stock.hpp"
#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::repetition {
namespace {

using storage::Statement, storage::Row;

// The version in force: that of the deposit, or a later one that answered a request or that an
// administrator corrected.
constexpr Statement select_dossiers{"repetition.dossiers", R"(
    SELECT d.id, d.appel, d.statut, d.guichet, p.numero, p.financeur, p.depose_le, p.regles,
           COALESCE(f.porteur, '') AS porteur, v.contenu
    FROM dossier d
    JOIN depot p ON p.dossier = d.id
         AND p.rang = (SELECT MAX(q.rang) FROM depot q WHERE q.dossier = d.id)
    LEFT JOIN (SELECT dossier, MAX(version) AS version FROM
                   (SELECT dossier, version FROM reponse
                    UNION ALL
                    SELECT dossier, version FROM intervention WHERE version IS NOT NULL) corrigees
               GROUP BY dossier) c ON c.dossier = d.id
    JOIN dossier_version v ON v.dossier = d.id
         AND v.version = CASE WHEN c.version > p.version THEN c.version ELSE p.version END
    LEFT JOIN fiche f ON f.dossier = d.id
    WHERE d.statut <> 'retire' AND ($1 = '' OR d.appel = $1)
    ORDER BY d.id)"};
constexpr Statement select_regles{"repetition.regles", R"(
    SELECT dossier, apres, faite_le FROM intervention
    WHERE genre = 'correction' AND objet = $1 AND apres <> '' ORDER BY dossier, numero)"};
constexpr Statement select_pieces{"repetition.pieces", R"(
    SELECT g.dossier, p.id, p.type, p.nom, p.organisme, p.depose_le, p.etat,
           1 AS deposee, NULL AS remplace
    FROM depot_piece g
    JOIN piece p ON p.dossier = g.dossier AND p.id = g.piece
    WHERE g.rang = (SELECT MAX(q.rang) FROM depot q WHERE q.dossier = g.dossier)
    UNION ALL
    SELECT c.dossier, p.id, p.type, p.nom, p.organisme, p.depose_le, p.etat,
           0 AS deposee, c.remplace
    FROM complement c
    JOIN piece p ON p.dossier = c.dossier AND p.id = c.piece)"};
constexpr Statement select_autres{"repetition.autres", R"(
    SELECT CASE WHEN guichet IS NULL THEN 0 ELSE 1 END AS depose, COUNT(*) AS combien
    FROM dossier WHERE (guichet IS NULL OR statut = 'retire') AND ($1 = '' OR appel = $1)
    GROUP BY CASE WHEN guichet IS NULL THEN 0 ELSE 1 END)"};

Stocke lire(const Row& row) {
    return {.dossier = row.get<std::string>("id"),
            .appel = row.get<std::string>("appel"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur"),
            .guichet = row.get<std::optional<std::string>>("guichet").value_or(""),
            .financeur = row.get<std::string>("financeur"),
            .statut = row.get<teleservice::Statut>("statut"),
            .depose_le = row.get<core::Instant>("depose_le"),
            .regles = row.get<std::string>("regles"),
            .contenu = row.get<std::string>("contenu")};
}

struct PieceLue {
    std::string id;
    core::Instant depose_le;
    teleservice::PiecePresente presente;
};
using Pieces = std::map<std::string, std::vector<PieceLue>, std::less<>>;

PieceLue lire_piece(const Row& row) {
    return {
        .id = row.get<std::string>("id"),
        .depose_le = row.get<core::Instant>("depose_le"),
        .presente = {.type = row.get<std::string>("type"),
                     .nom = row.get<std::string>("nom"),
                     .organisme = row.get<std::optional<std::string>>("organisme").value_or("")}};
}

// Those of the deposit, but for those that a complement which is there replaces.
Pieces pieces_en_vigueur(storage::Reader& db) {
    Pieces pieces;
    std::map<std::string, std::vector<std::string>, std::less<>> remplacees;
    db.each(select_pieces, [&](const Row& row) {
        auto dossier = row.get<std::string>("dossier");
        const bool deposee = row.get<int>("deposee") == 1;
        if (!deposee && row.get<std::string>("etat") != "disponible") return;
        if (auto ancienne = row.get<std::optional<std::string>>("remplace"))
            remplacees[dossier].push_back(*std::move(ancienne));
        pieces[std::move(dossier)].push_back(lire_piece(row));
    });
    for (const auto& [dossier, anciennes] : remplacees)
        std::erase_if(pieces[dossier], [&](const PieceLue& piece) {
            return std::ranges::find(anciennes, piece.id) != anciennes.end();
        });
    return pieces;
}

void donner_les_pieces(Stocke& stocke, Pieces& pieces) {
    const auto siennes = pieces.find(stocke.dossier);
    if (siennes == pieces.end()) return;
    // As one dossier alone is read: by type, then as they came.
    std::ranges::sort(siennes->second, [](const PieceLue& une, const PieceLue& autre) {
        return std::tie(une.presente.type, une.depose_le, une.id) <
               std::tie(autre.presente.type, autre.depose_le, autre.id);
    });
    for (auto& piece : siennes->second) stocke.pieces.push_back(std::move(piece.presente));
}

void donner_les_regles(storage::Reader& db, std::vector<Stocke>& dossiers) {
    db.each(
        select_regles,
        [&](const Row& row) {
            const auto id = row.get<std::string>("dossier");
            const auto lui = std::ranges::lower_bound(dossiers, id, {}, &Stocke::dossier);
            if (lui == dossiers.end() || lui->dossier != id) return;
            if (row.get<core::Instant>("faite_le") >= lui->depose_le)
                lui->regles = row.get<std::string>("apres");
        },
        teleservice::champ_des_regles);
}

}  // namespace

Stock lire_le_stock(storage::Reader& db, std::string_view appel) {
    Stock stock{.appel = std::string{appel}, .dossiers = db.all(select_dossiers, lire, appel)};
    // The order of a database is not always that of bytes.
    std::ranges::sort(stock.dossiers, {}, &Stocke::dossier);
    donner_les_regles(db, stock.dossiers);
    auto pieces = pieces_en_vigueur(db);
    for (auto& stocke : stock.dossiers) donner_les_pieces(stocke, pieces);
    db.each(
        select_autres,
        [&](const Row& row) {
            (row.get<int>("depose") == 1 ? stock.retires : stock.brouillons) =
                row.get<int>("combien");
        },
        appel);
    return stock;
}

}  // namespace grappe::repetition
