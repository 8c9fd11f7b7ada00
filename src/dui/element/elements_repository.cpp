// The statements, one text for SQLite and PostgreSQL.
#include "dui/element/elements_repository.hpp"

namespace grappe::element {
namespace {

using storage::Row;
using storage::Statement;

constexpr Statement lire_dernier{"element.dernier",
                                 "SELECT COALESCE(MAX(numero), 0) AS numero FROM element"};
constexpr Statement ajouter_version{"element.ajouter", R"(
    INSERT INTO element (numero, id, version, enregistrement, genre, classe, finess_et, personne,
                         lie_a, debut, fin, etat, contenu)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
constexpr Statement tenir_la_derniere{"element.courant", R"(
    INSERT INTO element_courant (id, numero, genre, finess_et, personne, lie_a, debut)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id) DO UPDATE SET numero = excluded.numero, lie_a = excluded.lie_a,
                                   debut = excluded.debut)"};

constexpr Statement lire_un{"element.un",
                            "SELECT e.* FROM element_courant c JOIN element e "
                            "ON e.numero = c.numero WHERE c.id = $1"};
constexpr Statement lire_versions{"element.versions",
                                  "SELECT e.* FROM element e WHERE e.id = $1 ORDER BY e.version"};
constexpr Statement lire_dossier{
    "element.dossier",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.personne = $1 AND c.genre = $2 "
    "AND (c.debut < $3 OR (c.debut = $3 AND c.numero < $4)) "
    "ORDER BY c.debut DESC, c.numero DESC LIMIT $5"};
constexpr Statement lire_lieu{
    "element.lieu",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.finess_et = $1 AND c.genre = $2 "
    "AND (c.debut < $3 OR (c.debut = $3 AND c.numero < $4)) "
    "ORDER BY c.debut DESC, c.numero DESC LIMIT $5"};
constexpr Statement lire_entre{
    "element.entre",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.finess_et = $1 AND c.genre = $2 AND c.debut >= $3 AND c.debut < $4 "
    "ORDER BY c.debut, c.numero"};
constexpr Statement lire_lies{
    "element.lies",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.lie_a = $1 ORDER BY c.debut, c.numero"};
constexpr Statement lire_derniers_lies{
    "element.derniers_lies",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.lie_a = $1 AND c.lie_a <> '' AND c.genre = $2 "
    "ORDER BY c.debut DESC, c.numero DESC LIMIT $3"};
constexpr Statement lire_premiers{
    "element.premiers",
    "SELECT e.* FROM element_courant c JOIN element e ON e.numero = c.numero "
    "WHERE c.finess_et = $1 AND c.genre = $2 AND c.debut < $3 "
    "AND (c.debut > $4 OR (c.debut = $4 AND c.numero > $5)) "
    "ORDER BY c.debut, c.numero LIMIT $6"};
constexpr Statement lire_depuis{
    "element.depuis",
    "SELECT e.* FROM element e WHERE e.finess_et = $1 AND e.numero > $2 "
    "AND e.numero <= $3 ORDER BY e.numero"};

// Instants are text in the order of time; nothing that is stored begins after this one.
constexpr std::string_view fin_des_temps = "9999-12-31T23:59:59Z~";

std::string_view debut_de(const Suite& suite) {
    return suite.debut.empty() ? fin_des_temps : std::string_view{suite.debut};
}

}  // namespace

Version version_lue(const Row& ligne) {
    return {.numero = ligne.get<std::int64_t>("numero"),
            .version = ligne.get<std::int64_t>("version"),
            .enregistrement = ligne.get<std::int64_t>("enregistrement"),
            .element = {.id = ligne.get<std::string>("id"),
                        .genre = ligne.get<Genre>("genre"),
                        .classe = ligne.get<partage::Classe>("classe"),
                        .finess_et = ligne.get<core::Finess>("finess_et"),
                        .personne = ligne.get<std::string>("personne"),
                        .lie_a = ligne.get<std::string>("lie_a"),
                        .debut = ligne.get<core::Instant>("debut"),
                        .fin = ligne.get<std::optional<core::Instant>>("fin"),
                        .etat = ligne.get<Etat>("etat"),
                        .contenu = ligne.get<std::string>("contenu")}};
}

std::int64_t dernier_numero(storage::Reader& db) {
    return *db.one(lire_dernier,
                   [](const Row& ligne) { return ligne.get<std::int64_t>("numero"); });
}

void ajouter(storage::Writer& db, const Version& version) {
    const auto& un = version.element;
    db.run(ajouter_version, version.numero, un.id, version.version, version.enregistrement,
           un.genre, un.classe, un.finess_et, un.personne, un.lie_a, un.debut, un.fin, un.etat,
           un.contenu);
    db.run(tenir_la_derniere, un.id, version.numero, un.genre, un.finess_et, un.personne, un.lie_a,
           un.debut);
}

std::optional<Version> derniere(storage::Reader& db, std::string_view id) {
    return db.one(lire_un, version_lue, id);
}

std::vector<Version> versions_de(storage::Reader& db, std::string_view id) {
    return db.all(lire_versions, version_lue, id);
}

std::vector<Version> du_dossier(storage::Reader& db, const DuDossier& voulu) {
    return db.all(lire_dossier, version_lue, voulu.personne, voulu.genre, debut_de(voulu.apres),
                  voulu.apres.numero, voulu.combien);
}

std::vector<Version> du_lieu(storage::Reader& db, const DuLieu& voulu) {
    return db.all(lire_lieu, version_lue, voulu.finess_et, voulu.genre, debut_de(voulu.apres),
                  voulu.apres.numero, voulu.combien);
}

std::vector<Version> entre(storage::Reader& db, const Entre& voulu) {
    return db.all(lire_entre, version_lue, voulu.finess_et, voulu.genre, voulu.de, voulu.a);
}

std::vector<Version> lies_a(storage::Reader& db, std::string_view id) {
    return db.all(lire_lies, version_lue, id);
}

std::vector<Version> derniers_lies_a(storage::Reader& db, const DuLien& voulu) {
    return db.all(lire_derniers_lies, version_lue, voulu.id, voulu.genre, voulu.combien);
}

std::vector<Version> premiers_du_lieu(storage::Reader& db, const Termes& voulus) {
    return db.all(lire_premiers, version_lue, voulus.finess_et, voulus.genre, voulus.avant,
                  voulus.depuis.debut, voulus.depuis.numero, voulus.combien);
}

void depuis(storage::Reader& db, const Depuis& voulu, const std::function<void(Version&&)>& voir) {
    db.each(
        lire_depuis, [&](const Row& ligne) { voir(version_lue(ligne)); }, voulu.finess_et,
        voulu.apres, voulu.jusqu_a);
}

}  // namespace grappe::element
