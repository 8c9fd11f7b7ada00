// Every SQL statement about sessions, and what is forgotten once out of date.
#include <algorithm>
#include <chrono>

#include "core/texte.hpp"
#include "identity/redite.hpp"
#include "identity/session.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds sans_rien_faire = 2h, en_tout = 12h, entre_deux_notes = 1min;
constexpr std::size_t appareil_au_plus = 200;

constexpr storage::Statement insert{"session.ouvrir", R"(
    INSERT INTO session_ouverte (empreinte, id, compte, appareil, ouverte_le, vue_le, expire_le)
    VALUES ($1, $2, $3, $4, $5, $5, $6))"};
constexpr storage::Statement select_presence{"session.retrouver", R"(
    SELECT session_ouverte.id AS session, session_ouverte.vue_le AS vue_le,
           session_ouverte.appareil AS appareil, compte.id AS compte,
           compte.role AS role, compte.region AS region, compte.nom AS nom,
           compte.prenom AS prenom, compte.courriel AS courriel
    FROM session_ouverte JOIN compte ON compte.id = session_ouverte.compte
    WHERE session_ouverte.empreinte = $1 AND session_ouverte.expire_le > $2
      AND session_ouverte.vue_le > $3 AND compte.ferme_le IS NULL)"};
constexpr storage::Statement update_vue{"session.vue",
                                        "UPDATE session_ouverte SET vue_le = $2 WHERE id = $1"};
constexpr storage::Statement select_toutes{"session.toutes", R"(
    SELECT id, appareil, ouverte_le, vue_le FROM session_ouverte
    WHERE compte = $1 AND expire_le > $2 AND vue_le > $3 ORDER BY vue_le DESC, id)"};
constexpr storage::Statement delete_une{
    "session.fermer", "DELETE FROM session_ouverte WHERE compte = $1 AND id = $2"};
constexpr storage::Statement delete_autres{
    "session.fermer_les_autres", "DELETE FROM session_ouverte WHERE compte = $1 AND id <> $2"};
constexpr storage::Statement delete_partagees{"session.fermer_les_partagees",
                                              "DELETE FROM session_ouverte WHERE appareil = $1"};
constexpr storage::Statement menage_sessions{
    "session.menage", "DELETE FROM session_ouverte WHERE expire_le <= $1 OR vue_le <= $2"};
constexpr storage::Statement menage_jetons{"jeton.menage",
                                           "DELETE FROM jeton WHERE expire_le <= $1"};
constexpr storage::Statement menage_inscriptions{"inscription.menage",
                                                 "DELETE FROM inscription WHERE expire_le <= $1"};
constexpr storage::Statement menage_tentatives{"tentative.menage",
                                               "DELETE FROM tentative WHERE instant <= $1"};

core::Instant apres(core::Instant instant, std::chrono::seconds duree) {
    return core::Instant::of(instant.utc() + duree);
}

SessionOuverte lire(const storage::Row& row) {
    return {.id = row.get<std::string>("id"),
            .appareil = row.get<std::string>("appareil"),
            .ouverte_le = row.get<core::Instant>("ouverte_le"),
            .vue_le = row.get<core::Instant>("vue_le")};
}

// A browser that calls itself so gets fewer rights, never more.
std::string partage_de(std::string_view appareil) {
    if (!appareil.starts_with(marque_du_partage)) return {};
    return std::string{appareil.substr(marque_du_partage.size())};
}

Presence lire_presence(const storage::Row& row, core::Instant reel) {
    Compte compte{.id = row.get<std::string>("compte"),
                  .courriel = row.get<Courriel>("courriel"),
                  .nom = row.get<std::string>("nom"),
                  .prenom = row.get<std::string>("prenom"),
                  .mot_de_passe = {},
                  .role = row.get<access::Role>("role"),
                  .region = row.get<std::optional<std::string>>("region").value_or(""),
                  .cree_le = reel,
                  .ferme = false};
    return {.session = row.get<std::string>("session"),
            .acteur = compte.acteur(),
            .nom = compte.nom_affiche(),
            .courriel = compte.courriel.text(),
            .csrf = {},
            .a_rafraichir = row.get<core::Instant>("vue_le") <= apres(reel, -entre_deux_notes),
            .partage = partage_de(row.get<std::string>("appareil"))};
}

std::string propre(std::string_view appareil) {
    auto texte = core::to_utf8(core::cut(appareil, appareil_au_plus));
    std::erase_if(texte, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
    return texte;
}

}  // namespace

std::string csrf_de(std::string_view jeton) {
    return secret::empreinte(std::string{"csrf:"}.append(jeton));
}

NouvelleSession ouvrir_session(storage::Writer& db, const std::string& compte,
                               std::string_view appareil, core::Instant reel) {
    const auto jeton = secret::jeton();
    db.run(insert, secret::empreinte(jeton), secret::identifiant(), compte, propre(appareil), reel,
           apres(reel, en_tout));
    return {.jeton = jeton, .csrf = csrf_de(jeton)};
}

NouvelleSession ouvrir_session(storage::Writer& db, const SessionPartagee& partagee,
                               core::Instant reel) {
    const auto jeton = secret::jeton();
    db.run(insert, secret::empreinte(jeton), secret::identifiant(), partagee.compte,
           std::string{marque_du_partage} + partagee.appareil, reel,
           std::min(partagee.fin, apres(reel, en_tout)));
    return {.jeton = jeton, .csrf = csrf_de(jeton)};
}

std::optional<Presence> retrouver(storage::Reader& db, std::string_view jeton, core::Instant reel) {
    if (jeton.empty()) return std::nullopt;
    auto presence = db.one(
        select_presence, [&](const storage::Row& row) { return lire_presence(row, reel); },
        secret::empreinte(jeton), reel, apres(reel, -sans_rien_faire));
    if (presence) presence->csrf = csrf_de(jeton);
    return presence;
}

void rafraichir(storage::Writer& db, const std::string& session, core::Instant reel) {
    db.run(update_vue, session, reel);
}

std::vector<SessionOuverte> sessions_de(storage::Reader& db, const std::string& compte,
                                        core::Instant reel) {
    return db.all(select_toutes, lire, compte, reel, apres(reel, -sans_rien_faire));
}

std::int64_t fermer_session(storage::Writer& db, const std::string& compte, const std::string& id) {
    return db.run(delete_une, compte, id);
}

std::int64_t fermer_les_autres(storage::Writer& db, const std::string& compte,
                               const std::string& sauf) {
    return db.run(delete_autres, compte, sauf);
}

std::int64_t fermer_les_partagees(storage::Writer& db, const std::string& appareil) {
    return db.run(delete_partagees, std::string{marque_du_partage} + appareil);
}

void faire_le_menage(storage::Writer& db, core::Instant maintenant, core::Instant reel) {
    constexpr std::chrono::seconds une_semaine = 24h * 7;
    db.run(menage_sessions, reel, apres(reel, -sans_rien_faire));
    db.run(menage_jetons, apres(maintenant, -une_semaine));
    db.run(menage_inscriptions, apres(maintenant, -une_semaine));
    db.run(menage_tentatives, apres(maintenant, -3600s));
    oublier_les_redites(db, reel);
}

}  // namespace grappe::identity
