// The statements, one text for SQLite and PostgreSQL.
#include "dui/cercle/cercles_repository.hpp"

namespace grappe::cercle {
namespace {

using storage::Statement;

constexpr Statement ajouter_membre{"cercle.membre", R"(
    INSERT INTO cercle_membre (personne, compte) VALUES ($1, $2) ON CONFLICT DO NOTHING)"};
constexpr Statement enlever_membre{"cercle.sans",
                                   "DELETE FROM cercle_membre WHERE personne = $1 AND compte = $2"};
constexpr Statement ajouter_restreint{"cercle.restreint", R"(
    INSERT INTO cercle_restreint (personne) VALUES ($1) ON CONFLICT DO NOTHING)"};
constexpr Statement enlever_restreint{"cercle.ouvert",
                                      "DELETE FROM cercle_restreint WHERE personne = $1"};
constexpr Statement lire_fermees{"cercle.fermees", R"(
    SELECT r.personne FROM cercle_restreint r
    WHERE NOT EXISTS (SELECT 1 FROM cercle_membre m
                      WHERE m.personne = r.personne AND m.compte = $1)
      AND NOT EXISTS (SELECT 1 FROM acces_exceptionnel a
                      WHERE a.personne = r.personne AND a.compte = $1
                        AND a.ouvert_le <= $2 AND a.finit_le > $2))"};

// Most records are open: one look at a key, and no more for them.
constexpr Statement lire_restreint{"cercle.est_restreint",
                                   "SELECT personne FROM cercle_restreint WHERE personne = $1"};
constexpr Statement lire_entree{"cercle.entree", R"(
    SELECT personne FROM cercle_membre WHERE personne = $1 AND compte = $2
    UNION ALL
    SELECT personne FROM acces_exceptionnel
    WHERE personne = $1 AND compte = $2 AND ouvert_le <= $3 AND finit_le > $3)"};

std::string personne_lue(const storage::Row& row) { return row.get<std::string>("personne"); }

}  // namespace

void ranger_le_membre(storage::Writer& db, const std::string& personne, const std::string& compte) {
    db.run(ajouter_membre, personne, compte);
}

void oublier_le_membre(storage::Writer& db, const std::string& personne,
                       const std::string& compte) {
    db.run(enlever_membre, personne, compte);
}

void ranger_l_etendue(storage::Writer& db, const std::string& personne, Etendue etendue) {
    db.run(etendue == Etendue::restreint ? ajouter_restreint : enlever_restreint, personne);
}

Personnes fermees(storage::Reader& db, const std::string& compte, core::Instant instant) {
    Personnes toutes;
    db.each(
        lire_fermees, [&](const storage::Row& row) { toutes.insert(personne_lue(row)); }, compte,
        instant);
    return toutes;
}

bool est_fermee(storage::Reader& db, const std::string& compte, core::Instant instant,
                const std::string& personne) {
    return !db.all(lire_restreint, personne_lue, personne).empty() &&
           db.all(lire_entree, personne_lue, personne, compte, instant).empty();
}

}  // namespace grappe::cercle
