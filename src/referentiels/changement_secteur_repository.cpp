// SQL of the changes of sectors; the same text runs on SQLite and on PostgreSQL.
#include "referentiels/changement_secteur_repository.hpp"

namespace grappe::referentiels {
namespace {

constexpr storage::Statement select_tous{"secteur.changements", R"(
    SELECT numero, categorie, a_compter_du, secteur, eligibilite, ancien_secteur,
           ancienne_eligibilite, par, motif, fait_le
    FROM changement_secteur ORDER BY numero)"};
constexpr storage::Statement insert{"secteur.ajouter_changement", R"(
    INSERT INTO changement_secteur (numero, categorie, a_compter_du, secteur, eligibilite,
                                    ancien_secteur, ancienne_eligibilite, par, motif, fait_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
constexpr storage::Statement select_libelle{"secteur.libelle_au_registre", R"(
    SELECT MAX(libelle_categorie) AS libelle FROM etablissement WHERE categorie = $1)"};

ChangementSecteur lire(const storage::Row& row) {
    return {.numero = row.get<int>("numero"),
            .categorie = row.get<std::string>("categorie"),
            .a_compter_du = row.get<core::Date>("a_compter_du"),
            .secteur = row.get<std::optional<Secteur>>("secteur"),
            .eligibilite = row.get<Eligibilite>("eligibilite"),
            .ancien_secteur = row.get<std::optional<Secteur>>("ancien_secteur"),
            .ancienne_eligibilite = row.get<Eligibilite>("ancienne_eligibilite"),
            .par = row.get<std::string>("par"),
            .motif = row.get<std::string>("motif"),
            .fait_le = row.get<core::Instant>("fait_le")};
}

}  // namespace

std::vector<ChangementSecteur> changements(storage::Reader& db) {
    return db.all(select_tous, lire);
}

void ajouter_changement(storage::Writer& db, const ChangementSecteur& c) {
    db.run(insert, c.numero, c.categorie, c.a_compter_du, c.secteur, c.eligibilite,
           c.ancien_secteur, c.ancienne_eligibilite, c.par, c.motif, c.fait_le);
}

std::optional<std::string> libelle_au_registre(storage::Reader& db, const std::string& categorie) {
    return *db.one(
        select_libelle,
        [](const storage::Row& row) { return row.get<std::optional<std::string>>("libelle"); },
        categorie);
}

}  // namespace grappe::referentiels
