// Every SQL statement about lists.
#include "portail/instruction/liste_repository.hpp"

#include <algorithm>

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_dossiers{
    "liste.dossiers", "SELECT DISTINCT dossier FROM depot_essms WHERE finess_et = $1"};
constexpr Statement select_personnes{"liste.personnes", R"(
    SELECT id, prenom, nom, courriel FROM compte
    WHERE role = $1 AND COALESCE(region, '') = $2 AND ferme_le IS NULL ORDER BY id)"};

}  // namespace

std::vector<std::string> dossiers_de(storage::Reader& db, std::string_view finess) {
    auto trouves = db.all(
        select_dossiers, [](const Row& row) { return row.get<std::string>("dossier"); }, finess);
    std::ranges::sort(trouves);
    return trouves;
}

std::vector<Personne> personnes(storage::Reader& db, const access::Acteur& acteur) {
    return db.all(
        select_personnes,
        [](const Row& row) {
            auto nom = row.get<std::string>("prenom") + " " + row.get<std::string>("nom");
            // An account made by an administrator may have no name.
            if (nom == " ") nom = row.get<std::string>("courriel");
            return Personne{row.get<std::string>("id"), std::move(nom)};
        },
        acteur.role, acteur.region);
}

}  // namespace grappe::instruction
