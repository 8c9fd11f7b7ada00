// Every SQL statement about the journal: lines are added and read, nothing else.
#include "audit/journal_repository.hpp"

namespace grappe::audit {
namespace {

constexpr storage::Statement select_tete{
    "journal.tete", "SELECT numero, empreinte FROM journal_tete WHERE cle = 1"};
constexpr storage::Statement prendre_tete{"journal.prendre_tete",
                                          "UPDATE journal_tete SET numero = numero WHERE cle = 1"};
constexpr storage::Statement avancer_tete{
    "journal.avancer_tete", "UPDATE journal_tete SET numero = $1, empreinte = $2 WHERE cle = 1"};
constexpr storage::Statement insert{"journal.ajouter", R"(
    INSERT INTO journal (numero, instant, acteur, acte, objet, issue, detail, empreinte)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr storage::Statement select_lignes{"journal.lignes", R"(
    SELECT numero, instant, acteur, acte, objet, issue, detail, empreinte
    FROM journal ORDER BY numero)"};
constexpr storage::Statement select_dernieres{"journal.dernieres", R"(
    SELECT numero, instant, acteur, acte, objet, issue, detail, empreinte
    FROM journal WHERE objet = $1 ORDER BY numero DESC LIMIT $2)"};

Ligne lire(const storage::Row& row) {
    return {.numero = row.get<std::int64_t>("numero"),
            .instant = row.get<std::string>("instant"),
            .acteur = row.get<std::string>("acteur"),
            .acte = row.get<std::string>("acte"),
            .objet = row.get<std::string>("objet"),
            .issue = row.get<std::string>("issue"),
            .detail = row.get<std::string>("detail"),
            .empreinte = row.get<std::string>("empreinte")};
}

}  // namespace

Tete tete_du_journal(storage::Reader& db) {
    const auto tete = db.one(select_tete, [](const storage::Row& row) {
        return Tete{row.get<std::int64_t>("numero"), row.get<std::string>("empreinte")};
    });
    return tete.value_or(Tete{});
}

Tete tete_a_prolonger(storage::Writer& db) {
    if (db.run(prendre_tete) != 1) throw storage::Failure{"the head of the journal is gone"};
    return tete_du_journal(db);
}

void ajouter_ligne(storage::Writer& db, const Ligne& ligne) {
    db.run(insert, ligne.numero, ligne.instant, ligne.acteur, ligne.acte, ligne.objet, ligne.issue,
           ligne.detail, ligne.empreinte);
    db.run(avancer_tete, ligne.numero, ligne.empreinte);
}

std::vector<Ligne> dernieres_sur(storage::Reader& db, const std::string& objet,
                                 std::int64_t combien) {
    return db.all(select_dernieres, lire, objet, combien);
}

void chaque_ligne(storage::Reader& db, const std::function<void(const Ligne&)>& voir) {
    db.each(select_lignes, [&](const storage::Row& row) { voir(lire(row)); });
}

}  // namespace grappe::audit
