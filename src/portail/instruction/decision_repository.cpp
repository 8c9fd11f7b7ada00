// Every SQL statement about the decisions of a desk.
#include "portail/instruction/decision_repository.hpp"

#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_verdicts{"verdict.du_dossier", R"(
    SELECT numero, piece, verdict, motif, texte, par, rendu_le FROM verdict
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_verdict{"verdict.ajouter", R"(
    INSERT INTO verdict (dossier, numero, piece, verdict, motif, texte, par, rendu_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement select_appreciations{"appreciation.du_dossier", R"(
    SELECT numero, regle, objet, decision, motif, par, rendue_le FROM appreciation
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_appreciation{"appreciation.ajouter", R"(
    INSERT INTO appreciation (dossier, numero, regle, objet, decision, motif, par, rendue_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement select_decisions{"recevabilite.du_dossier", R"(
    SELECT numero, issue, motif, par, decidee_le FROM recevabilite
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_decision{"recevabilite.ajouter", R"(
    INSERT INTO recevabilite (dossier, numero, issue, motif, par, decidee_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Statement select_notes{"note.du_dossier", R"(
    SELECT numero, texte, par, ecrite_le FROM note WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement insert_note{"note.ajouter", R"(
    INSERT INTO note (dossier, numero, texte, par, ecrite_le) VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement select_affectations{"affectation.du_dossier", R"(
    SELECT numero, instructeur, par, faite_le FROM affectation
    WHERE dossier = $1 ORDER BY numero)"};
constexpr Statement select_comptes{"guichet.comptes", R"(
    SELECT id FROM compte
    WHERE ferme_le IS NULL AND ((role = 'ars' AND region = $1) OR
                                (role = 'national' AND $1 = 'national'))
    ORDER BY id)"};
constexpr Statement insert_affectation{"affectation.ajouter", R"(
    INSERT INTO affectation (dossier, numero, instructeur, par, faite_le)
    VALUES ($1, $2, $3, $4, $5))"};

// Two writers at once: the second one's row has a number taken, a conflict, and is tried again.
template <class Ligne>
int numero_suivant(const std::vector<Ligne>& lignes) {
    return lignes.empty() ? 1 : lignes.back().numero + 1;
}

}  // namespace

Verdict lire_verdict(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .piece = row.get<std::string>("piece"),
            .verdict = row.get<Conformite>("verdict"),
            .motif = row.get<std::string>("motif"),
            .texte = row.get<std::string>("texte"),
            .par = row.get<std::string>("par"),
            .rendu_le = row.get<core::Instant>("rendu_le")};
}

Appreciation lire_appreciation(const Row& row) {
    return {.numero = row.get<int>("numero"),
            .regle = row.get<std::string>("regle"),
            .objet = row.get<std::string>("objet"),
            .decision = row.get<Conformite>("decision"),
            .motif = row.get<std::string>("motif"),
            .par = row.get<std::string>("par"),
            .rendue_le = row.get<core::Instant>("rendue_le")};
}

std::vector<Verdict> verdicts(storage::Reader& db, std::string_view dossier) {
    return db.all(select_verdicts, lire_verdict, dossier);
}

std::vector<Appreciation> appreciations(storage::Reader& db, std::string_view dossier) {
    return db.all(select_appreciations, lire_appreciation, dossier);
}

std::vector<Decision> decisions(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_decisions,
        [](const Row& row) {
            return Decision{.numero = row.get<int>("numero"),
                            .issue = row.get<Issue>("issue"),
                            .motif = row.get<std::string>("motif"),
                            .par = row.get<std::string>("par"),
                            .decidee_le = row.get<core::Instant>("decidee_le")};
        },
        dossier);
}

std::vector<Note> notes(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_notes,
        [](const Row& row) {
            return Note{.numero = row.get<int>("numero"),
                        .texte = row.get<std::string>("texte"),
                        .par = row.get<std::string>("par"),
                        .ecrite_le = row.get<core::Instant>("ecrite_le")};
        },
        dossier);
}

std::vector<Affectation> affectations(storage::Reader& db, std::string_view dossier) {
    return db.all(
        select_affectations,
        [](const Row& row) {
            return Affectation{.numero = row.get<int>("numero"),
                               .instructeur = row.get<std::optional<std::string>>("instructeur"),
                               .par = row.get<std::string>("par"),
                               .faite_le = row.get<core::Instant>("faite_le")};
        },
        dossier);
}

std::optional<std::string> instructeur_de(storage::Reader& db, std::string_view dossier) {
    const auto toutes = affectations(db, dossier);
    return toutes.empty() ? std::nullopt : toutes.back().instructeur;
}

std::vector<std::string> comptes_du_guichet(storage::Reader& db, std::string_view guichet) {
    return db.all(
        select_comptes, [](const Row& row) { return row.get<std::string>("id"); }, guichet);
}

Verdict ajouter(storage::Writer& db, std::string_view dossier, Verdict verdict) {
    verdict.numero = numero_suivant(verdicts(db, dossier));
    db.run(insert_verdict, dossier, verdict.numero, verdict.piece, verdict.verdict, verdict.motif,
           verdict.texte, verdict.par, verdict.rendu_le);
    return verdict;
}

Appreciation ajouter(storage::Writer& db, std::string_view dossier, Appreciation appreciation) {
    appreciation.numero = numero_suivant(appreciations(db, dossier));
    db.run(insert_appreciation, dossier, appreciation.numero, appreciation.regle,
           appreciation.objet, appreciation.decision, appreciation.motif, appreciation.par,
           appreciation.rendue_le);
    return appreciation;
}

Decision ajouter(storage::Writer& db, std::string_view dossier, Decision decision) {
    decision.numero = numero_suivant(decisions(db, dossier));
    db.run(insert_decision, dossier, decision.numero, decision.issue, decision.motif, decision.par,
           decision.decidee_le);
    return decision;
}

Note ajouter(storage::Writer& db, std::string_view dossier, Note note) {
    note.numero = numero_suivant(notes(db, dossier));
    db.run(insert_note, dossier, note.numero, note.texte, note.par, note.ecrite_le);
    return note;
}

Affectation ajouter(storage::Writer& db, std::string_view dossier, Affectation affectation) {
    affectation.numero = numero_suivant(affectations(db, dossier));
    db.run(insert_affectation, dossier, affectation.numero, affectation.instructeur,
           affectation.par, affectation.faite_le);
    teleservice::nommer(db, dossier, affectation.instructeur);
    return affectation;
}

}  // namespace grappe::instruction
