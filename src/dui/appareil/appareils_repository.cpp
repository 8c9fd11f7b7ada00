// Every SQL statement about shared devices and what is taken over there.
#include "dui/appareil/appareils_repository.hpp"

#include "dui/appareil/brouillon.hpp"
#include "dui/appareil/relais.hpp"
#include "secret/empreinte.hpp"

namespace grappe::appareil {
namespace {

using storage::Row, storage::Statement;

constexpr Statement insert_appareil{"appareil.ajouter", R"(
    INSERT INTO appareil (id, empreinte, finess_et, unite, nom, enrole_par, enrole_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement select_par_empreinte{"appareil.reconnaitre", R"(
    SELECT id, finess_et, unite, nom FROM appareil
    WHERE empreinte = $1 AND retire_le IS NULL)"};
constexpr Statement select_par_id{"appareil.trouver", R"(
    SELECT id, finess_et, unite, nom FROM appareil WHERE id = $1 AND retire_le IS NULL)"};
constexpr Statement select_du_lieu{"appareil.du_lieu", R"(
    SELECT id, finess_et, unite, nom FROM appareil
    WHERE finess_et = $1 AND retire_le IS NULL ORDER BY enrole_le, id LIMIT $2)"};
constexpr Statement update_retire{"appareil.retirer",
                                  "UPDATE appareil SET retire_le = $2 WHERE id = $1"};
constexpr Statement delete_relais{"relais.fermer", "DELETE FROM relais_ouvert WHERE appareil = $1"};
constexpr Statement select_code{"relais.code",
                                "SELECT compte, pin FROM code_de_relais WHERE compte = $1"};
constexpr Statement select_badge{"relais.badge",
                                 "SELECT compte, pin FROM code_de_relais WHERE badge = $1"};
constexpr Statement upsert_code{"relais.poser", R"(
    INSERT INTO code_de_relais (compte, pin, badge, essais) VALUES ($1, $2, $3, 0)
    ON CONFLICT (compte) DO UPDATE SET pin = excluded.pin, badge = excluded.badge, essais = 0)"};
constexpr Statement update_essai{"relais.essai", R"(
    UPDATE code_de_relais SET essais = essais + 1 WHERE compte = $1 AND essais < $2)"};
constexpr Statement update_essais{"relais.rendre",
                                  "UPDATE code_de_relais SET essais = 0 WHERE compte = $1"};
constexpr Statement upsert_relais{"relais.ouvrir", R"(
    INSERT INTO relais_ouvert (appareil, compte, jusqu_a) VALUES ($1, $2, $3)
    ON CONFLICT (appareil, compte) DO UPDATE SET jusqu_a = excluded.jusqu_a)"};
constexpr Statement select_relais{"relais.jusqu_a", R"(
    SELECT jusqu_a FROM relais_ouvert WHERE appareil = $1 AND compte = $2 AND jusqu_a > $3)"};
constexpr Statement select_presents{"relais.presents", R"(
    SELECT compte.id AS compte, compte.nom AS nom, compte.prenom AS prenom
    FROM relais_ouvert JOIN compte ON compte.id = relais_ouvert.compte
    WHERE relais_ouvert.appareil = $1 AND relais_ouvert.jusqu_a > $2 AND compte.ferme_le IS NULL
    ORDER BY compte.prenom, compte.nom, compte.id LIMIT $3)"};
constexpr Statement menage{"relais.menage", "DELETE FROM relais_ouvert WHERE jusqu_a <= $1"};
constexpr Statement upsert_brouillon{"brouillon.garder", R"(
    INSERT INTO brouillon_de_relais (compte, contenu) VALUES ($1, $2)
    ON CONFLICT (compte) DO UPDATE SET contenu = excluded.contenu)"};
constexpr Statement select_brouillon{"brouillon.lire",
                                     "SELECT contenu FROM brouillon_de_relais WHERE compte = $1"};
constexpr Statement delete_brouillon{"brouillon.oublier",
                                     "DELETE FROM brouillon_de_relais WHERE compte = $1"};

Appareil lu(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .finess_et = row.get<std::string>("finess_et"),
            .unite = row.get<std::string>("unite"),
            .nom = row.get<std::string>("nom")};
}

Code code_lu(const Row& row) {
    return {.compte = row.get<std::string>("compte"), .pin = row.get<std::string>("pin")};
}

Present present_lu(const Row& row) {
    return {.compte = row.get<std::string>("compte"),
            .nom = row.get<std::string>("prenom") + " " + row.get<std::string>("nom")};
}

}  // namespace

void ajouter(storage::Writer& db, const Enrole& enrole) {
    const auto& un = enrole.appareil;
    db.run(insert_appareil, un.id, enrole.empreinte, un.finess_et, un.unite, un.nom, enrole.par,
           enrole.le);
}

std::optional<Appareil> trouver(storage::Reader& db, const std::string& id) {
    return db.one(select_par_id, lu, id);
}

void marquer_retire(storage::Writer& db, const std::string& id, core::Instant le) {
    db.run(update_retire, id, le);
    db.run(delete_relais, id);
}

std::optional<Appareil> reconnaitre(storage::Reader& db, std::string_view jeton) {
    if (jeton.empty()) return std::nullopt;
    return db.one(select_par_empreinte, lu, secret::empreinte(jeton));
}

std::vector<Appareil> appareils_de(storage::Reader& db, std::string_view finess_et) {
    return db.all(select_du_lieu, lu, finess_et, appareils_au_plus);
}

std::optional<Code> code_de(storage::Reader& db, const std::string& compte) {
    return db.one(select_code, code_lu, compte);
}

std::optional<Code> code_du_badge(storage::Reader& db, const std::string& badge) {
    return db.one(select_badge, code_lu, badge);
}

void poser_le_code(storage::Writer& db, const Code& code, const std::string& badge) {
    db.run(upsert_code, code.compte, code.pin,
           badge.empty() ? std::nullopt : std::optional<std::string>{badge});
}

bool consommer_un_essai(storage::Writer& db, const std::string& compte) {
    return db.run(update_essai, compte, essais_au_plus) == 1;
}

void rendre_les_essais(storage::Writer& db, const std::string& compte) {
    db.run(update_essais, compte);
}

void ouvrir_le_relais(storage::Writer& db, const std::string& appareil, const std::string& compte,
                      core::Instant jusqu_a) {
    db.run(upsert_relais, appareil, compte, jusqu_a);
}

std::optional<core::Instant> relais_jusqu_a(storage::Reader& db, const std::string& appareil,
                                            const std::string& compte, core::Instant reel) {
    return db.one(
        select_relais, [](const Row& row) { return row.get<core::Instant>("jusqu_a"); }, appareil,
        compte, reel);
}

std::vector<Present> presents_a(storage::Reader& db, const std::string& appareil,
                                core::Instant reel) {
    return db.all(select_presents, present_lu, appareil, reel, presents_au_plus);
}

void faire_le_menage(storage::Writer& db, core::Instant reel) { db.run(menage, reel); }

void garder(storage::Writer& db, const std::string& compte, const std::string& scelle) {
    db.run(upsert_brouillon, compte, scelle);
}

std::optional<std::string> garde_de(storage::Reader& db, const std::string& compte) {
    return db.one(
        select_brouillon, [](const Row& row) { return row.get<std::string>("contenu"); }, compte);
}

void oublier_le_brouillon(storage::Writer& db, const std::string& compte) {
    db.run(delete_brouillon, compte);
}

}  // namespace grappe::appareil
