// Pieces of a dossier.
#include "portail/teleservice/piece.hpp"

#include <algorithm>

#include "core/finess.hpp"
#include "portail/teleservice/complement_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "rules/regle.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

core::Refusal inconnue() { return core::refuse(core::Reason::not_found, "piece.inconnue"); }

void noter(storage::Writer& db, const Demandeur& qui, const char* acte, const Piece& piece) {
    noter(db, qui, {acte, "dossier:" + piece.dossier, "piece:" + piece.id});
}

core::Result<void> accepter(storage::Reader& db, const NouvellePiece& piece) {
    if (!est_un_type_de_piece(piece.type))
        return core::refuse(core::Reason::rule_not_met, "piece.type", piece.type);
    if (!piece.organisme.empty() && !core::Finess::parse(piece.organisme))
        return core::refuse(core::Reason::rule_not_met, "piece.organisme", piece.organisme);
    if (toutes_les_pieces(db, piece.dossier).size() >= pieces_max)
        return core::refuse(core::Reason::rule_not_met, "piece.trop");
    return {};
}

core::Result<Piece> oter(storage::Writer& db, const Demandeur& qui, const PieceVisee& visee) {
    auto piece = trouver_piece(db, visee);
    if (!piece || piece->etat != EtatPiece::disponible) return inconnue();
    retirer(db, *piece, qui.maintenant);
    noter(db, qui, "piece.retirer", *piece);
    piece->etat = EtatPiece::retiree;
    piece->retire_le = qui.maintenant;
    return *std::move(piece);
}

std::optional<PieceComplementaire> complement_de(storage::Reader& db, const PieceVisee& visee) {
    for (auto& complement : complements(db, visee.dossier))
        if (complement.piece == visee.piece) return std::move(complement);
    return std::nullopt;
}

bool est_deposee(storage::Reader& db, const Piece& piece) {
    for (const auto& depot : depots(db, piece.dossier)) {
        const auto gelees = pieces_du_depot(db, depot);
        if (std::find(gelees.begin(), gelees.end(), piece.id) != gelees.end()) return true;
    }
    return complement_de(db, {piece.dossier, piece.id}).has_value();
}

// What was deposited stays with the desk: only what it asks for comes, only what answered goes.
core::Result<void> admettre(storage::Reader& db, const Dossier& dossier,
                            const NouvellePiece& piece) {
    if (dossier.statut != Statut::pieces_demandees) return {};
    if (!est_demandee(db, dossier.id, piece.type, piece.organisme))
        return core::refuse(core::Reason::conflict, "piece.non_demandee", piece.type);
    return {};
}

core::Result<void> laisser_partir(storage::Reader& db, const Dossier& dossier,
                                  const PieceVisee& visee) {
    if (dossier.statut != Statut::pieces_demandees) return {};
    const auto piece = trouver_piece(db, visee);
    if (piece && !complement_de(db, visee))
        return core::refuse(core::Reason::conflict, "piece.deposee");
    return {};
}

// The piece of the deposit that the new one stands for: also when it replaces an earlier answer.
void noter_le_complement(storage::Writer& db, const Piece& piece, const std::string& remplace) {
    PieceComplementaire complement{.piece = piece.id, .remplace = std::nullopt};
    if (!remplace.empty()) {
        const auto avant = complement_de(db, {piece.dossier, remplace});
        complement.remplace = avant ? avant->remplace : std::optional{remplace};
    }
    ajouter(db, piece.dossier, complement);
}

}  // namespace

bool est_un_type_de_piece(std::string_view type) {
    const auto regle = core::named<rules::RegleId>(type);
    return regle && *regle >= rules::RegleId::doc_01 && *regle <= rules::RegleId::doc_19;
}

core::Result<Piece> joindre(storage::Writer& db, const Demandeur& qui,
                            const NouvellePiece& nouvelle) {
    const auto dossier = demander_pour(db, qui, nouvelle.dossier, Acte::joindre);
    if (!dossier) return dossier.error();
    if (const auto accepte = accepter(db, nouvelle); !accepte) return accepte.error();
    if (const auto admise = admettre(db, *dossier, nouvelle); !admise) return admise.error();
    if (!nouvelle.remplace.empty())
        if (auto otee = oter(db, qui, {nouvelle.dossier, nouvelle.remplace}); !otee) return otee;
    const Piece piece{
        .dossier = nouvelle.dossier,
        .id = secret::identifiant(),
        .type = nouvelle.type,
        .organisme = nouvelle.organisme.empty() ? std::nullopt : std::optional{nouvelle.organisme},
        .nom = nouvelle.nom,
        .format = nouvelle.format,
        .sha256 = nouvelle.sha256,
        .taille = nouvelle.taille,
        .etat = EtatPiece::disponible,
        .depose_par = qui.acteur.compte,
        .depose_le = qui.maintenant,
        .retire_le = {}};
    ajouter(db, piece);
    if (dossier->statut == Statut::pieces_demandees)
        noter_le_complement(db, piece, nouvelle.remplace);
    noter(db, qui, "piece.joindre", piece);
    return piece;
}

core::Result<Piece> retirer_piece(storage::Writer& db, const Demandeur& qui,
                                  const PieceVisee& visee) {
    const auto dossier = demander_pour(db, qui, visee.dossier, Acte::joindre);
    if (!dossier) return dossier.error();
    if (const auto permis = laisser_partir(db, *dossier, visee); !permis) return permis.error();
    auto otee = oter(db, qui, visee);
    if (otee && dossier->statut == Statut::pieces_demandees)
        if (const auto avant = complement_de(db, visee); avant && avant->remplace)
            rendre(db, {visee.dossier, *avant->remplace});  // what was deposited counts again
    return otee;
}

core::Result<Piece> lire_piece(storage::Reader& db, const Demandeur& qui, const PieceVisee& visee) {
    const auto dossier = demander(db, qui, visee.dossier, access::Permission::dossier_lire);
    if (!dossier) return dossier.error();
    auto piece = trouver_piece(db, visee);
    if (!piece) return inconnue();
    const bool sienne =
        access::peut(qui.acteur, access::Permission::dossier_ecrire, dossier->portee());
    // Who supports the porteur reads those in place of what was never deposited.
    const bool en_place = !dossier->deja_depose() && !piece->retire_le;
    if (!sienne && !en_place && !est_deposee(db, *piece)) return inconnue();
    return *std::move(piece);
}

std::vector<PiecePresente> presentes(const std::vector<Piece>& pieces) {
    std::vector<PiecePresente> lues;
    for (const auto& piece : pieces)
        lues.push_back({.type = piece.type,
                        .nom = piece.nom,
                        .organisme = piece.organisme.value_or(std::string{})});
    return lues;
}

}  // namespace grappe::teleservice
