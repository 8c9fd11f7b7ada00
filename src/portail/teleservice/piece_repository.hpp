// Rows of pieces.
#pragma once

#include "portail/teleservice/piece.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

// Of a row that has the columns of a piece.
Piece piece_de(const storage::Row& row);

std::optional<Piece> trouver_piece(storage::Reader& db, const PieceVisee& visee);
std::vector<Piece> pieces_disponibles(storage::Reader& db, std::string_view dossier);
std::vector<Piece> toutes_les_pieces(storage::Reader& db, std::string_view dossier);
bool est_nomme(storage::Reader& db, std::string_view sha256);  // some row has this file

void ajouter(storage::Writer& db, const Piece& piece);
void retirer(storage::Writer& db, const Piece& piece, core::Instant maintenant);
void rendre(storage::Writer& db, const PieceVisee& visee);  // what was withdrawn is there again

}  // namespace grappe::teleservice
