// Every SQL statement about pieces.
#include "portail/teleservice/piece_repository.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_une{"piece.trouver", R"(
    SELECT dossier, id, type, organisme, nom, format, sha256, taille, etat, depose_par, depose_le,
           retire_le
    FROM piece WHERE dossier = $1 AND id = $2)"};
constexpr Statement select_toutes{"piece.du_dossier", R"(
    SELECT dossier, id, type, organisme, nom, format, sha256, taille, etat, depose_par, depose_le,
           retire_le
    FROM piece WHERE dossier = $1 ORDER BY type, depose_le, id)"};
constexpr Statement select_presence{"piece.presence", R"(
    SELECT (SELECT COUNT(*) FROM piece WHERE sha256 = $1) +
           (SELECT COUNT(*) FROM papier_signe WHERE sha256 = $1) +
           (SELECT COUNT(*) FROM message_fichier WHERE sha256 = $1) AS combien)"};
constexpr Statement insert{"piece.ajouter", R"(
    INSERT INTO piece (dossier, id, type, organisme, nom, format, sha256, taille, etat, depose_par,
                       depose_le, retire_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))"};
constexpr Statement update_retrait{"piece.retirer", R"(
    UPDATE piece SET etat = 'retiree', retire_le = $3 WHERE dossier = $1 AND id = $2)"};
constexpr Statement update_retour{"piece.rendre", R"(
    UPDATE piece SET etat = 'disponible', retire_le = NULL WHERE dossier = $1 AND id = $2)"};

}  // namespace

Piece piece_de(const Row& row) {
    return {.dossier = row.get<std::string>("dossier"),
            .id = row.get<std::string>("id"),
            .type = row.get<std::string>("type"),
            .organisme = row.get<std::optional<std::string>>("organisme"),
            .nom = row.get<std::string>("nom"),
            .format = row.get<pieces::Format>("format"),
            .sha256 = row.get<std::string>("sha256"),
            .taille = row.get<std::int64_t>("taille"),
            .etat = row.get<EtatPiece>("etat"),
            .depose_par = row.get<std::string>("depose_par"),
            .depose_le = row.get<core::Instant>("depose_le"),
            .retire_le = row.get<std::optional<core::Instant>>("retire_le")};
}

std::optional<Piece> trouver_piece(storage::Reader& db, const PieceVisee& visee) {
    return db.one(select_une, piece_de, visee.dossier, visee.piece);
}

std::vector<Piece> toutes_les_pieces(storage::Reader& db, std::string_view dossier) {
    return db.all(select_toutes, piece_de, dossier);
}

std::vector<Piece> pieces_disponibles(storage::Reader& db, std::string_view dossier) {
    auto pieces = toutes_les_pieces(db, dossier);
    std::erase_if(pieces, [](const Piece& piece) { return piece.etat != EtatPiece::disponible; });
    return pieces;
}

bool est_nomme(storage::Reader& db, std::string_view sha256) {
    const auto combien = db.one(
        select_presence, [](const Row& row) { return row.get<int>("combien"); }, sha256);
    return combien.value_or(0) > 0;
}

void ajouter(storage::Writer& db, const Piece& piece) {
    db.run(insert, piece.dossier, piece.id, piece.type, piece.organisme, piece.nom, piece.format,
           piece.sha256, piece.taille, piece.etat, piece.depose_par, piece.depose_le,
           piece.retire_le);
}

void retirer(storage::Writer& db, const Piece& piece, core::Instant maintenant) {
    db.run(update_retrait, piece.dossier, piece.id, maintenant);
}

void rendre(storage::Writer& db, const PieceVisee& visee) {
    db.run(update_retour, visee.dossier, visee.piece);
}

}  // namespace grappe::teleservice
