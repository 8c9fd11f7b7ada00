// Every SQL statement about what an account has chosen for its inbox.
#include <algorithm>

#include "portail/bureau/reglages.hpp"

namespace grappe::bureau {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_colonnes{"bureau.colonnes",
                                    "SELECT colonnes FROM bureau WHERE compte = $1"};
constexpr Statement update_colonnes{"bureau.changer",
                                    "UPDATE bureau SET colonnes = $2 WHERE compte = $1"};
constexpr Statement insert_colonnes{
    "bureau.ajouter", "INSERT INTO bureau (compte, colonnes, requete) VALUES ($1, $2, '')"};
constexpr Statement select_filtres{"bureau_filtre.tous",
                                   "SELECT nom, requete FROM bureau_filtre WHERE compte = $1"};
constexpr Statement delete_filtre{"bureau_filtre.oter",
                                  "DELETE FROM bureau_filtre WHERE compte = $1 AND nom = $2"};
constexpr Statement insert_filtre{
    "bureau_filtre.ajouter",
    "INSERT INTO bureau_filtre (compte, nom, requete) VALUES ($1, $2, $3)"};

std::vector<Colonne> d_usage() {
    using enum Colonne;
    return {numero, essms, subvention, depose, instructeur, echeance, statut};
}

std::vector<Colonne> lire(std::string_view texte) {
    std::vector<Colonne> colonnes;
    for (const auto& [colonne, nom] : names(Colonne{}))
        if ((" " + std::string{texte} + " ").find(" " + std::string{nom} + " ") !=
            std::string::npos)
            colonnes.push_back(colonne);
    return colonnes;
}

}  // namespace

bool Reglages::montre(Colonne colonne) const {
    return std::find(colonnes.begin(), colonnes.end(), colonne) != colonnes.end();
}

Reglages reglages_de(storage::Reader& db, std::string_view compte) {
    const auto choisies = db.one(
        select_colonnes, [](const Row& row) { return row.get<std::string>("colonnes"); }, compte);
    Reglages reglages{.colonnes = choisies ? lire(*choisies) : d_usage()};
    reglages.filtres = db.all(
        select_filtres,
        [](const Row& row) {
            return FiltreGarde{row.get<std::string>("nom"), row.get<std::string>("requete")};
        },
        compte);
    std::sort(reglages.filtres.begin(), reglages.filtres.end(),
              [](const auto& un, const auto& autre) { return un.nom < autre.nom; });
    return reglages;
}

void garder_les_colonnes(storage::Writer& db, std::string_view compte,
                         const std::vector<Colonne>& colonnes) {
    std::string texte;
    for (const auto colonne : colonnes)
        texte.append(texte.empty() ? "" : " ").append(core::name_of(colonne));
    if (db.run(update_colonnes, compte, texte) == 0) db.run(insert_colonnes, compte, texte);
}

void garder_un_filtre(storage::Writer& db, std::string_view compte, const FiltreGarde& filtre) {
    db.run(delete_filtre, compte, filtre.nom);
    if (filtre.requete.empty() || reglages_de(db, compte).filtres.size() >= filtres_max) return;
    db.run(insert_filtre, compte, filtre.nom, filtre.requete);
}

}  // namespace grappe::bureau
