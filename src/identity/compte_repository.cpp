// Every SQL statement about accounts.
#include "identity/compte.hpp"

namespace grappe::identity {
namespace {

constexpr storage::Statement select_par_id{"compte.par_id", R"(
    SELECT id, courriel, nom, prenom, mot_de_passe, role, region, cree_le, ferme_le
    FROM compte WHERE id = $1)"};
constexpr storage::Statement select_par_cle{"compte.par_cle", R"(
    SELECT id, courriel, nom, prenom, mot_de_passe, role, region, cree_le, ferme_le
    FROM compte WHERE courriel_cle = $1)"};
constexpr storage::Statement insert{"compte.ajouter", R"(
    INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role, region,
                        cree_le, ferme_le, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 1))"};
constexpr storage::Statement update_hache{"compte.changer_hache", R"(
    UPDATE compte SET mot_de_passe = $2, version = version + 1 WHERE id = $1)"};
constexpr storage::Statement update_courriel{"compte.changer_courriel", R"(
    UPDATE compte SET courriel = $2, courriel_cle = $3, version = version + 1 WHERE id = $1)"};

Compte lire(const storage::Row& row) {
    return {.id = row.get<std::string>("id"),
            .courriel = row.get<Courriel>("courriel"),
            .nom = row.get<std::string>("nom"),
            .prenom = row.get<std::string>("prenom"),
            .mot_de_passe = row.get<std::string>("mot_de_passe"),
            .role = row.get<access::Role>("role"),
            .region = row.get<std::optional<std::string>>("region").value_or(""),
            .cree_le = row.get<core::Instant>("cree_le"),
            .ferme = row.get<std::optional<std::string>>("ferme_le").has_value()};
}

}  // namespace

std::optional<Compte> trouver_compte(storage::Reader& db, const std::string& id) {
    return db.one(select_par_id, lire, id);
}

std::optional<Compte> trouver_par_courriel(storage::Reader& db, const Courriel& courriel) {
    return db.one(select_par_cle, lire, courriel.cle());
}

bool meme_personne(storage::Reader& db, const std::string& un, const std::string& autre) {
    if (un == autre) return true;
    const auto premier = trouver_compte(db, un), second = trouver_compte(db, autre);
    return premier && second && premier->courriel.boite() == second->courriel.boite();
}

void ajouter_compte(storage::Writer& db, const Compte& compte) {
    const auto region = compte.region.empty() ? std::nullopt : std::optional{compte.region};
    db.run(insert, compte.id, compte.courriel, compte.courriel.cle(), compte.nom, compte.prenom,
           compte.mot_de_passe, compte.role, region, compte.cree_le);
}

void changer_hache(storage::Writer& db, const std::string& compte, const std::string& hache) {
    db.run(update_hache, compte, hache);
}

void changer_courriel(storage::Writer& db, const std::string& compte, const Courriel& courriel) {
    db.run(update_courriel, compte, courriel, courriel.cle());
}

}  // namespace grappe::identity
