// Every SQL statement about complements and corrected versions.
#include "portail/teleservice/complement_repository.hpp"

#include <algorithm>

#include "portail/teleservice/piece_repository.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_demandee{"complement.demandee", R"(
    SELECT COUNT(*) AS combien FROM demande_piece p
    JOIN demande d ON d.dossier = p.dossier AND d.numero = p.demande
    WHERE p.dossier = $1 AND d.close_le IS NULL AND p.acceptee IS NULL AND p.type = $2 AND
          (p.organisme IS NULL OR p.organisme = $3))"};
constexpr Statement select_ouvertes{"demande.ouvertes", R"(
    SELECT m.dossier, m.numero, m.echeance FROM demande m JOIN dossier d ON d.id = m.dossier
    WHERE m.close_le IS NULL AND d.statut = 'pieces_demandees' AND (d.compte = $1 OR (
          $2 <> '' AND
          $2 = CASE WHEN 'acceptee' = (SELECT n.acte FROM instruction_nationale n
                                       WHERE n.dossier = d.id ORDER BY n.numero DESC LIMIT 1)
               THEN 'national' ELSE d.guichet END AND
          COALESCE((SELECT a.instructeur FROM affectation a WHERE a.dossier = d.id
                    ORDER BY a.numero DESC LIMIT 1), $1) = $1))
    ORDER BY m.echeance, m.dossier)"};
constexpr Statement select_complements{
    "complement.du_dossier",
    "SELECT piece, remplace FROM complement WHERE dossier = $1 ORDER BY piece"};
constexpr Statement insert{"complement.ajouter",
                           "INSERT INTO complement (dossier, piece, remplace) VALUES ($1, $2, $3)"};
constexpr Statement select_version{"complement.version", R"(
    SELECT COALESCE(MAX(version), 0) AS version FROM
        (SELECT version FROM reponse WHERE dossier = $1
         UNION ALL
         SELECT version FROM intervention WHERE dossier = $1 AND version IS NOT NULL) corrigees)"};

bool nomme(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool est_demandee(storage::Reader& db, std::string_view dossier, std::string_view type,
                  std::string_view organisme) {
    const auto combien = db.one(
        select_demandee, [](const Row& row) { return row.get<int>("combien"); }, dossier, type,
        organisme);
    return combien.value_or(0) > 0;
}

std::vector<DemandeOuverte> demandes_ouvertes(storage::Reader& db, std::string_view compte,
                                              std::string_view guichet) {
    return db.all(
        select_ouvertes,
        [](const Row& row) {
            return DemandeOuverte{row.get<std::string>("dossier"), row.get<int>("numero"),
                                  row.get<core::Date>("echeance")};
        },
        compte, guichet);
}

std::vector<PieceComplementaire> complements(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_complements,
        [](const Row& row) {
            return PieceComplementaire{row.get<std::string>("piece"),
                                       row.get<std::optional<std::string>>("remplace")};
        },
        dossier);
}

void ajouter(storage::Writer& db, std::string_view dossier, const PieceComplementaire& complement) {
    db.run(insert, dossier, complement.piece, complement.remplace);
}

int version_en_vigueur(storage::Reader& db, const Depot& depot) {
    const auto corrigee = db.one(
        select_version, [](const Row& row) { return row.get<int>("version"); }, depot.dossier);
    return std::max(depot.version, corrigee.value_or(0));
}

std::vector<Piece> pieces_en_vigueur(storage::Reader& db, const Depot& depot) {
    return en_vigueur(pieces_du_depot(db, depot), toutes_les_pieces(db, depot.dossier),
                      complements(db, depot.dossier));
}

std::vector<Piece> en_vigueur(std::vector<std::string> admises, std::vector<Piece> pieces,
                              const std::vector<PieceComplementaire>& complements) {
    for (const auto& complement : complements) {
        const bool la = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return piece.id == complement.piece && piece.etat == EtatPiece::disponible;
        });
        if (!la) continue;
        if (complement.remplace) std::erase(admises, *complement.remplace);
        admises.push_back(complement.piece);
    }
    std::erase_if(pieces, [&](const Piece& piece) { return !nomme(admises, piece.id); });
    return pieces;
}

}  // namespace grappe::teleservice
