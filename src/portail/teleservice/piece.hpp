// Use cases: join a piece to a dossier, withdraw it, read what is there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/pieces/formats.hpp"
#include "portail/teleservice/acces.hpp"
#include "portail/teleservice/composition.hpp"

namespace grappe::teleservice {

inline constexpr std::size_t piece_max = std::size_t{20} * 1024 * 1024;  // bytes of a file
inline constexpr std::size_t pieces_max = 300;                           // of a dossier

enum class EtatPiece { disponible, retiree };

constexpr auto names(EtatPiece) {
    return std::to_array<core::Named<EtatPiece>>(
        {{EtatPiece::disponible, "disponible"}, {EtatPiece::retiree, "retiree"}});
}

struct Piece {
    std::string dossier, id;
    std::string type;                      // "DOC-05"
    std::optional<std::string> organisme;  // FINESS EJ, for what each body gives
    std::string nom;
    pieces::Format format;
    std::string sha256;
    std::int64_t taille;
    EtatPiece etat;
    std::string depose_par;
    core::Instant depose_le;
    std::optional<core::Instant> retire_le;
};

// A type of the catalogue that a person gives: DOC-01 to DOC-19.
bool est_un_type_de_piece(std::string_view type);

// The file is in the magasin already: a row never lacks its file.
struct NouvellePiece {
    std::string dossier, type, organisme, nom;
    pieces::Format format;
    std::string sha256;
    std::int64_t taille;
    std::string remplace{};  // id of the piece that goes; empty: none
};
// Codes of `demander_pour`, "piece.type", "piece.organisme", "piece.trop", "piece.inconnue",
// "piece.non_demandee" and "piece.deposee" (Reason::conflict: the desk has the dossier).
core::Result<Piece> joindre(storage::Writer& db, const Demandeur& qui, const NouvellePiece& piece);

struct PieceVisee {
    std::string_view dossier, piece;
};
core::Result<Piece> retirer_piece(storage::Writer& db, const Demandeur& qui,
                                  const PieceVisee& visee);

// To download it: whoever may read the dossier; a desk, what was deposited only.
core::Result<Piece> lire_piece(storage::Reader& db, const Demandeur& qui, const PieceVisee& visee);

// As the rules read them.
std::vector<PiecePresente> presentes(const std::vector<Piece>& pieces);

}  // namespace grappe::teleservice
