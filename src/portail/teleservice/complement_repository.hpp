// Rows of what a porteur gives in answer to its desk: pieces asked for, corrected versions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::teleservice {

struct PieceComplementaire {
    std::string piece;
    std::optional<std::string> remplace;  // a piece of the deposit
};

// Does an open request ask for such a piece, not accepted yet?
bool est_demandee(storage::Reader& db, std::string_view dossier, std::string_view type,
                  std::string_view organisme);

// A request that waits for its answer, of the porteur's dossiers or of those that a desk's account
// examines: given to it, or to nobody. `guichet` is empty for who examines nothing.
struct DemandeOuverte {
    std::string dossier;
    int numero;
    core::Date echeance;
};
std::vector<DemandeOuverte> demandes_ouvertes(storage::Reader& db, std::string_view compte,
                                              std::string_view guichet);

std::vector<PieceComplementaire> complements(storage::Reader& db, std::string_view dossier);
void ajouter(storage::Writer& db, std::string_view dossier, const PieceComplementaire& complement);

// The version that the desk judges: that of the last answer or of the last correction by an
// administrator, else that of the deposit.
int version_en_vigueur(storage::Reader& db, const Depot& depot);

// The pieces that the desk judges: those of the deposit, each replaced by what answers for it.
std::vector<Piece> pieces_en_vigueur(storage::Reader& db, const Depot& depot);
// The same of rows that were read: ids of the pieces of the deposit, every piece of the dossier,
// its complements in the order of their pieces. Pure.
std::vector<Piece> en_vigueur(std::vector<std::string> admises, std::vector<Piece> pieces,
                              const std::vector<PieceComplementaire>& complements);

}  // namespace grappe::teleservice
