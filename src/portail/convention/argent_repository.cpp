// SQL of expense statements and of payments.
#include "portail/convention/argent_repository.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_etat{"etat_depenses.trouver", R"(
    SELECT e.id, e.convention, e.rang, e.declare_par, e.declare_le, v.par, v.vise_le
    FROM etat_depenses e LEFT JOIN etat_depenses_visa v ON v.etat = e.id WHERE e.id = $1)"};
constexpr Statement select_dernier{"etat_depenses.dernier", R"(
    SELECT id FROM etat_depenses WHERE convention = $1 ORDER BY rang DESC LIMIT 1)"};
constexpr Statement select_postes{"etat_depenses_poste.lister", R"(
    SELECT categorie, montant FROM etat_depenses_poste WHERE etat = $1 ORDER BY categorie)"};
constexpr Statement insert_etat{"etat_depenses.ajouter", R"(
    INSERT INTO etat_depenses (id, convention, rang, declare_par, declare_le)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement insert_poste{"etat_depenses_poste.ajouter", R"(
    INSERT INTO etat_depenses_poste (etat, categorie, montant) VALUES ($1, $2, $3))"};
constexpr Statement insert_visa{"etat_depenses_visa.ajouter", R"(
    INSERT INTO etat_depenses_visa (etat, par, vise_le) VALUES ($1, $2, $3))"};
constexpr Statement select_versement{"versement.trouver", R"(
    SELECT v.id, v.dossier, v.convention, v.objet, v.rang, v.montant, v.a_recouvrer, v.issue,
           v.motif, v.demande_par, v.demande_le, d.decision, d.par, d.decide_le, s.sort
    FROM versement v LEFT JOIN versement_decision d ON d.versement = v.id
    LEFT JOIN versement_sort s ON s.versement = v.id WHERE v.id = $1)"};
constexpr Statement select_versements{"versement.lister", R"(
    SELECT v.id, v.dossier, v.convention, v.objet, v.rang, v.montant, v.a_recouvrer, v.issue,
           v.motif, v.demande_par, v.demande_le, d.decision, d.par, d.decide_le, s.sort
    FROM versement v LEFT JOIN versement_decision d ON d.versement = v.id
    LEFT JOIN versement_sort s ON s.versement = v.id
    WHERE v.convention = $1 ORDER BY v.demande_le, v.objet, v.rang)"};
constexpr Statement insert_versement{"versement.ajouter", R"(
    INSERT INTO versement (id, dossier, convention, objet, rang, montant, a_recouvrer, issue, motif,
                           demande_par, demande_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
constexpr Statement insert_decision{"versement_decision.ajouter", R"(
    INSERT INTO versement_decision (versement, decision, par, decide_le)
    VALUES ($1, $2, $3, $4))"};
constexpr Statement insert_sort{"versement_sort.ajouter", R"(
    INSERT INTO versement_sort (versement, sort, motif, par, note_le)
    VALUES ($1, $2, $3, $4, $5))"};

std::string lire_id(const Row& row) { return row.get<std::string>("id"); }

EtatDeDepenses lire_etat(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .convention = row.get<std::string>("convention"),
            .rang = row.get<int>("rang"),
            .montants = {},
            .par = row.get<std::string>("declare_par"),
            .declare_le = row.get<core::Instant>("declare_le"),
            .vise_par = row.get<std::optional<std::string>>("par"),
            .vise_le = row.get<std::optional<core::Instant>>("vise_le")};
}

Versement lire_versement(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .convention = row.get<std::string>("convention"),
            .objet = row.get<Objet>("objet"),
            .rang = row.get<int>("rang"),
            .montant = row.get<Money>("montant"),
            .a_recouvrer = row.get<Money>("a_recouvrer"),
            .issue = row.get<std::optional<solde::Issue>>("issue"),
            .motif = row.get<std::string>("motif"),
            .demande_par = row.get<std::string>("demande_par"),
            .demande_le = row.get<core::Instant>("demande_le"),
            .decision = row.get<std::optional<Decision>>("decision"),
            .decide_par = row.get<std::optional<std::string>>("par"),
            .decide_le = row.get<std::optional<core::Instant>>("decide_le"),
            .sort = row.get<std::optional<Sort>>("sort")};
}

}  // namespace

std::optional<EtatDeDepenses> trouver_etat(storage::Reader& db, std::string_view id) {
    auto etat = db.one(select_etat, lire_etat, id);
    if (!etat) return etat;
    struct Poste {
        solde::Categorie categorie;
        Money montant;
    };
    const auto lire_poste = [](const Row& row) {
        return Poste{row.get<solde::Categorie>("categorie"), row.get<Money>("montant")};
    };
    for (const auto& [categorie, montant] : db.all(select_postes, lire_poste, id))
        etat->montants[categorie] = montant;
    return etat;
}

std::optional<EtatDeDepenses> dernier_etat(storage::Reader& db, std::string_view convention) {
    const auto id = db.one(select_dernier, lire_id, convention);
    return id ? trouver_etat(db, *id) : std::nullopt;
}

void ajouter(storage::Writer& db, const EtatDeDepenses& etat) {
    db.run(insert_etat, etat.id, etat.convention, etat.rang, etat.par, etat.declare_le);
    for (const auto& [categorie, montant] : etat.montants)
        db.run(insert_poste, etat.id, categorie, montant);
}

void viser(storage::Writer& db, std::string_view etat, std::string_view par,
           core::Instant vise_le) {
    db.run(insert_visa, etat, par, vise_le);
}

std::optional<Versement> trouver_versement(storage::Reader& db, std::string_view id) {
    return db.one(select_versement, lire_versement, id);
}

std::vector<Versement> versements_de(storage::Reader& db, std::string_view convention) {
    return db.all(select_versements, lire_versement, convention);
}

void ajouter(storage::Writer& db, const Versement& versement) {
    db.run(insert_versement, versement.id, versement.dossier, versement.convention, versement.objet,
           versement.rang, versement.montant, versement.a_recouvrer, versement.issue,
           versement.motif, versement.demande_par, versement.demande_le);
}

void decider(storage::Writer& db, const Versement& decide) {
    db.run(insert_decision, decide.id, *decide.decision, *decide.decide_par, *decide.decide_le);
}

void noter_le_sort(storage::Writer& db, const SortNote& note) {
    db.run(insert_sort, note.versement, note.sort, note.motif, note.par, note.note_le);
}

}  // namespace grappe::convention
