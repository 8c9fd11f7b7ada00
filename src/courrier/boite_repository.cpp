// Every SQL statement about the outbox.
#include "courrier/boite.hpp"
#include "secret/hasard.hpp"

namespace grappe::courrier {
namespace {

constexpr storage::Statement insert{"courrier.deposer", R"(
    INSERT INTO courrier (id, destinataire, objet, corps, cree_le, etat, essais, prochain_essai,
                          envoye_le, faute)
    VALUES ($1, $2, $3, $4, $5, 'a_envoyer', 0, $5, NULL, ''))"};
constexpr storage::Statement select_dus{"courrier.dus", R"(
    SELECT id, destinataire, objet, corps, cree_le, essais FROM courrier
    WHERE etat = 'a_envoyer' AND prochain_essai <= $1 ORDER BY prochain_essai, id LIMIT $2)"};
constexpr storage::Statement update_envoye{"courrier.envoye", R"(
    UPDATE courrier SET etat = 'envoye', corps = '', essais = essais + 1, envoye_le = $2,
                        faute = '' WHERE id = $1)"};
constexpr storage::Statement update_echec{"courrier.echec", R"(
    UPDATE courrier SET etat = $2, essais = essais + 1, prochain_essai = $3, faute = $4
    WHERE id = $1)"};
constexpr storage::Statement update_relance{"courrier.relancer", R"(
    UPDATE courrier SET etat = 'a_envoyer', essais = 0, prochain_essai = $1
    WHERE etat = 'abandonne')"};
constexpr storage::Statement select_comptes{
    "courrier.comptes", "SELECT etat, COUNT(*) AS plis FROM courrier GROUP BY etat ORDER BY etat"};

Pli lire(const storage::Row& row) {
    return {.id = row.get<std::string>("id"),
            .message = {.destinataire = row.get<std::string>("destinataire"),
                        .objet = row.get<std::string>("objet"),
                        .corps = row.get<std::string>("corps")},
            .cree_le = row.get<core::Instant>("cree_le"),
            .essais = row.get<int>("essais")};
}

}  // namespace

void deposer(storage::Writer& db, const Message& message, core::Instant maintenant) {
    db.run(insert, secret::identifiant(), message.destinataire, message.objet, message.corps,
           maintenant);
}

std::vector<Pli> a_envoyer(storage::Reader& db, core::Instant maintenant, int combien) {
    return db.all(select_dus, lire, maintenant, combien);
}

void noter_envoye(storage::Writer& db, const std::string& id, core::Instant maintenant) {
    db.run(update_envoye, id, maintenant);
}

void noter_echec(storage::Writer& db, const std::string& id, const Echec& echec) {
    db.run(update_echec, id, echec.etat, echec.prochain_essai, echec.faute);
}

std::int64_t relancer(storage::Writer& db, core::Instant maintenant) {
    return db.run(update_relance, maintenant);
}

std::vector<Compte> comptes(storage::Reader& db) {
    return db.all(select_comptes, [](const storage::Row& row) {
        return Compte{row.get<Etat>("etat"), row.get<std::int64_t>("plis")};
    });
}

}  // namespace grappe::courrier
