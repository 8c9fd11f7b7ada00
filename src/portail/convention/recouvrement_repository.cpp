// SQL of recoveries.
#include "portail/convention/recouvrement_repository.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_un{"recouvrement.trouver", R"(
    SELECT r.id, r.dossier, r.convention, r.rang, r.montant, r.motif, r.demande_par, r.demande_le,
           d.decision, d.par, d.decide_le
    FROM recouvrement r LEFT JOIN recouvrement_decision d ON d.recouvrement = r.id
    WHERE r.id = $1)"};
constexpr Statement select_tous{"recouvrement.de_la_convention", R"(
    SELECT r.id, r.dossier, r.convention, r.rang, r.montant, r.motif, r.demande_par, r.demande_le,
           d.decision, d.par, d.decide_le
    FROM recouvrement r LEFT JOIN recouvrement_decision d ON d.recouvrement = r.id
    WHERE r.convention = $1 ORDER BY r.rang)"};
constexpr Statement select_retours{"recouvrement_retour.lister", R"(
    SELECT rang, montant, recu_le, reference, par, note_le FROM recouvrement_retour
    WHERE recouvrement = $1 ORDER BY rang)"};
constexpr Statement insert_un{"recouvrement.ajouter", R"(
    INSERT INTO recouvrement (id, dossier, convention, rang, montant, motif, demande_par,
                              demande_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Statement insert_decision{"recouvrement_decision.ajouter", R"(
    INSERT INTO recouvrement_decision (recouvrement, decision, par, decide_le)
    VALUES ($1, $2, $3, $4))"};
constexpr Statement insert_retour{"recouvrement_retour.ajouter", R"(
    INSERT INTO recouvrement_retour (recouvrement, rang, montant, recu_le, reference, par, note_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};

Recouvrement lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .convention = row.get<std::string>("convention"),
            .rang = row.get<int>("rang"),
            .montant = row.get<Money>("montant"),
            .motif = row.get<std::string>("motif"),
            .demande_par = row.get<std::string>("demande_par"),
            .demande_le = row.get<core::Instant>("demande_le"),
            .decision = row.get<std::optional<Decision>>("decision"),
            .decide_par = row.get<std::optional<std::string>>("par"),
            .decide_le = row.get<std::optional<core::Instant>>("decide_le")};
}

Retour lire_retour(const Row& row) {
    return {.rang = row.get<int>("rang"),
            .montant = row.get<Money>("montant"),
            .recu_le = row.get<core::Date>("recu_le"),
            .reference = row.get<std::string>("reference"),
            .par = row.get<std::string>("par"),
            .note_le = row.get<core::Instant>("note_le")};
}

}  // namespace

std::optional<Recouvrement> trouver_recouvrement(storage::Reader& db, std::string_view id) {
    auto un = db.one(select_un, lire, id);
    if (un) un->retours = db.all(select_retours, lire_retour, id);
    return un;
}

std::vector<Recouvrement> recouvrements_de(storage::Reader& db, std::string_view convention) {
    auto tous = db.all(select_tous, lire, convention);
    for (auto& un : tous) un.retours = db.all(select_retours, lire_retour, un.id);
    return tous;
}

void ajouter(storage::Writer& db, const Recouvrement& un) {
    db.run(insert_un, un.id, un.dossier, un.convention, un.rang, un.montant, un.motif,
           un.demande_par, un.demande_le);
}

void decider(storage::Writer& db, const Recouvrement& decide) {
    db.run(insert_decision, decide.id, *decide.decision, *decide.decide_par, *decide.decide_le);
}

void ajouter(storage::Writer& db, std::string_view recouvrement, const Retour& retour) {
    db.run(insert_retour, recouvrement, retour.rang, retour.montant, retour.recu_le,
           retour.reference, retour.par, retour.note_le);
}

}  // namespace grappe::convention
