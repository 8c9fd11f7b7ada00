// Every SQL statement about reminders and calendars.
#include "portail/teleservice/rappel_repository.hpp"

#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement insert_rappel{"rappel.noter", R"(
    INSERT INTO rappel (compte, objet, echeance, jours, envoye_le) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)"};
constexpr Statement select_rappel{"rappel.deja", R"(
    SELECT jours FROM rappel WHERE compte = $1 AND objet = $2 AND echeance = $3 AND jours = $4)"};
constexpr Statement select_preference{"rappel.preference",
                                      "SELECT jours FROM rappel_preference WHERE compte = $1"};
constexpr Statement update_preference{"rappel.changer", R"(
    INSERT INTO rappel_preference (compte, jours) VALUES ($1, $2)
    ON CONFLICT (compte) DO UPDATE SET jours = excluded.jours)"};
constexpr Statement select_brouillons{"rappel.brouillons", R"(
    SELECT id FROM dossier WHERE statut = 'brouillon' ORDER BY id)"};
constexpr Statement insert_adresse{"calendrier.renouveler", R"(
    INSERT INTO calendrier (compte, empreinte, cree_le) VALUES ($1, $2, $3)
    ON CONFLICT (compte) DO UPDATE SET empreinte = excluded.empreinte,
                                       cree_le = excluded.cree_le)"};
constexpr Statement select_compte{"calendrier.compte",
                                  "SELECT compte FROM calendrier WHERE empreinte = $1"};
constexpr Statement select_date{"calendrier.date",
                                "SELECT cree_le FROM calendrier WHERE compte = $1"};
constexpr Statement delete_adresse{"calendrier.oter", "DELETE FROM calendrier WHERE compte = $1"};

}  // namespace

bool deja_envoye(storage::Reader& db, const RappelEnvoye& rappel) {
    return db
        .one(
            select_rappel, [](const Row& row) { return row.get<int>("jours"); }, rappel.compte,
            rappel.objet, rappel.echeance, rappel.jours)
        .has_value();
}

bool noter(storage::Writer& db, const RappelEnvoye& rappel, core::Instant maintenant) {
    return db.run(insert_rappel, rappel.compte, rappel.objet, rappel.echeance, rappel.jours,
                  maintenant) == 1;
}

std::optional<std::string> preference(storage::Reader& db, std::string_view compte) {
    return db.one(
        select_preference, [](const Row& row) { return row.get<std::string>("jours"); }, compte);
}

void changer_preference(storage::Writer& db, std::string_view compte, std::string_view jours) {
    db.run(update_preference, compte, jours);
}

std::vector<std::string> brouillons(storage::Reader& db) {
    return db.all(select_brouillons, [](const Row& row) { return row.get<std::string>("id"); });
}

std::string nouvelle_adresse(storage::Writer& db, std::string_view compte,
                             core::Instant maintenant) {
    auto jeton = secret::jeton();
    db.run(insert_adresse, compte, secret::empreinte(jeton), maintenant);
    return jeton;
}

std::optional<std::string> compte_du_calendrier(storage::Reader& db, std::string_view jeton) {
    return db.one(
        select_compte, [](const Row& row) { return row.get<std::string>("compte"); },
        secret::empreinte(jeton));
}

std::optional<core::Instant> adresse_creee_le(storage::Reader& db, std::string_view compte) {
    return db.one(
        select_date, [](const Row& row) { return row.get<core::Instant>("cree_le"); }, compte);
}

void oter_l_adresse(storage::Writer& db, std::string_view compte) {
    db.run(delete_adresse, compte);
}

}  // namespace grappe::teleservice
