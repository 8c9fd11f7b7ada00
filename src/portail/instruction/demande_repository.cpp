// Every SQL statement about requests for complements.
#include "portail/instruction/demande_repository.hpp"

#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_demandes{"demande.du_dossier", R"(
    SELECT numero, textes, echeance, par, faite_le, close_le, cloture FROM demande
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement select_pieces{"demande.pieces", R"(
    SELECT demande, type, organisme, piece, texte, acceptee FROM demande_piece
    WHERE dossier = $1 ORDER BY demande, rang)"};
constexpr Statement insert_demande{"demande.ajouter", R"(
    INSERT INTO demande (dossier, numero, textes, echeance, par, faite_le, close_le, cloture)
    VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL))"};
constexpr Statement insert_piece{"demande.ajouter_piece", R"(
    INSERT INTO demande_piece (dossier, demande, rang, type, organisme, piece, texte, acceptee)
    VALUES ($1, $2, $3, $4, $5, $6, $7, NULL))"};
constexpr Statement update_piece{"demande.accepter", R"(
    UPDATE demande_piece SET acceptee = $4 WHERE dossier = $1 AND demande = $2 AND rang = $3)"};
constexpr Statement update_cloture{"demande.clore", R"(
    UPDATE demande SET close_le = $3, cloture = $4 WHERE dossier = $1 AND numero = $2)"};
constexpr Statement update_report{
    "demande.reporter", "UPDATE demande SET echeance = $3 WHERE dossier = $1 AND numero = $2"};
constexpr Statement select_reponses{"reponse.du_dossier", R"(
    SELECT numero, version, texte, par, faite_le FROM reponse
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_reponse{"reponse.ajouter", R"(
    INSERT INTO reponse (dossier, numero, version, texte, par, faite_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};

Demande lire(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .textes = row.get<std::string>("textes"),
            .echeance = row.get<core::Date>("echeance"),
            .par = row.get<std::string>("par"),
            .faite_le = row.get<core::Instant>("faite_le"),
            .close_le = row.get<std::optional<core::Instant>>("close_le"),
            .cloture = row.get<std::optional<Cloture>>("cloture"),
            .pieces = {}};
}

PieceDemandee lire_piece(const Row& row) {
    return {.type = row.get<std::string>("type"),
            .organisme = row.get<std::optional<std::string>>("organisme"),
            .piece = row.get<std::optional<std::string>>("piece"),
            .texte = row.get<std::string>("texte"),
            .acceptee = row.get<std::optional<std::string>>("acceptee")};
}

}  // namespace

std::vector<Demande> demandes(storage::Reader& db, std::string_view dossier) {
    auto trouvees = db.all(select_demandes, lire, dossier);
    db.each(
        select_pieces,
        [&](const Row& row) {
            const auto rang = static_cast<std::size_t>(row.get<int>("demande") - 1);
            trouvees.at(rang).pieces.push_back(lire_piece(row));
        },
        dossier);
    return trouvees;
}

std::vector<Reponse> reponses(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_reponses,
        [](const Row& row) {
            return Reponse{.numero = row.get<int>("numero"),
                           .version = row.get<int>("version"),
                           .texte = row.get<std::string>("texte"),
                           .par = row.get<std::string>("par"),
                           .faite_le = row.get<core::Instant>("faite_le")};
        },
        dossier);
}

Demande ajouter(storage::Writer& db, std::string_view dossier, Demande demande) {
    demande.numero = static_cast<int>(demandes(db, dossier).size()) + 1;
    db.run(insert_demande, dossier, demande.numero, demande.textes, demande.echeance, demande.par,
           demande.faite_le);
    int rang = 0;
    for (const auto& piece : demande.pieces)
        db.run(insert_piece, dossier, demande.numero, rang++, piece.type, piece.organisme,
               piece.piece, piece.texte);
    teleservice::tenir_l_echeance(db, dossier);
    return demande;
}

Reponse ajouter(storage::Writer& db, std::string_view dossier, Reponse reponse) {
    reponse.numero = static_cast<int>(reponses(db, dossier).size()) + 1;
    db.run(insert_reponse, dossier, reponse.numero, reponse.version, reponse.texte, reponse.par,
           reponse.faite_le);
    return reponse;
}

void accepter(storage::Writer& db, std::string_view dossier, const PieceAcceptee& acceptee) {
    db.run(update_piece, dossier, acceptee.demande, acceptee.rang, acceptee.piece);
}

void clore(storage::Writer& db, std::string_view dossier, const Demande& close) {
    db.run(update_cloture, dossier, close.numero, close.close_le, close.cloture);
    teleservice::tenir_l_echeance(db, dossier);
}

void reporter(storage::Writer& db, std::string_view dossier, const EcheanceReportee& report) {
    db.run(update_report, dossier, report.demande, report.echeance);
    teleservice::tenir_l_echeance(db, dossier);
}

}  // namespace grappe::instruction
