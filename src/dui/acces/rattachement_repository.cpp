// Every SQL statement about the establishments and the profession of an account.
#include <algorithm>

#include "dui/acces/rattachement.hpp"

namespace grappe::acces {
namespace {

constexpr storage::Statement select{"rattachement.de", R"(
    SELECT finess_et FROM rattachement WHERE compte = $1 ORDER BY finess_et)"};
constexpr storage::Statement insert{"rattachement.ajouter", R"(
    INSERT INTO rattachement (compte, finess_et) VALUES ($1, $2))"};

constexpr storage::Statement select_profession{
    "profession.de", "SELECT profession FROM profession WHERE compte = $1"};
constexpr storage::Statement select_professionnels{"profession.toutes", R"(
    SELECT c.id, c.role FROM profession p JOIN compte c ON c.id = p.compte
    WHERE c.ferme_le IS NULL ORDER BY c.id)"};
constexpr storage::Statement select_collegues{"rattachement.collegues", R"(
    SELECT c.id, c.role, c.nom, c.prenom, p.profession
    FROM compte c LEFT JOIN profession p ON p.compte = c.id
    WHERE c.ferme_le IS NULL
      AND (EXISTS (SELECT 1 FROM rattachement r WHERE r.compte = c.id AND r.finess_et = $1)
           OR NOT EXISTS (SELECT 1 FROM rattachement r WHERE r.compte = c.id))
    ORDER BY c.nom, c.prenom, c.id)"};
constexpr storage::Statement ecrire_profession{"profession.dire", R"(
    INSERT INTO profession (compte, profession) VALUES ($1, $2)
    ON CONFLICT (compte) DO UPDATE SET profession = excluded.profession)"};

}  // namespace

std::vector<std::string> etablissements_de(storage::Reader& db, const std::string& compte) {
    return db.all(
        select, [](const storage::Row& row) { return row.get<std::string>("finess_et"); }, compte);
}

core::Result<void> rattacher(storage::Writer& db, const std::string& compte,
                             const std::vector<core::Finess>& etablissements) {
    for (auto un = etablissements.begin(); un != etablissements.end(); ++un) {
        if (std::find(etablissements.begin(), un, *un) != un)
            return core::refuse(core::Reason::invalid, "compte.rattachement_double", un->text());
        db.run(insert, compte, un->text());
    }
    return {};
}

std::optional<partage::Profession> profession_de(storage::Reader& db, const std::string& compte) {
    return db.one(
        select_profession,
        [](const storage::Row& row) { return row.get<partage::Profession>("profession"); }, compte);
}

void dire_la_profession(storage::Writer& db, const std::string& compte,
                        partage::Profession profession) {
    db.run(ecrire_profession, compte, profession);
}

Professionnel professionnel(storage::Reader& db, const access::Acteur& acteur) {
    return {.acteur = acteur,
            .etablissements = etablissements_de(db, acteur.compte),
            .profession = profession_de(db, acteur.compte)};
}

std::vector<Professionnel> professionnels(storage::Reader& db) {
    const auto acteurs = db.all(select_professionnels, [](const storage::Row& row) {
        return access::Acteur{.compte = row.get<std::string>("id"),
                              .role = row.get<access::Role>("role")};
    });
    std::vector<Professionnel> tous;
    for (const auto& un : acteurs) tous.push_back(professionnel(db, un));
    return tous;
}

std::vector<Collegue> collegues_a(storage::Reader& db, const std::string& finess_et) {
    std::vector<Collegue> tous;
    db.each(
        select_collegues,
        [&](const storage::Row& row) {
            const access::Acteur acteur{.compte = row.get<std::string>("id"),
                                        .role = row.get<access::Role>("role")};
            if (access::pourrait(acteur, access::Permission::dossier_usager_lire))
                tous.push_back(
                    {.compte = acteur.compte,
                     .nom = row.get<std::string>("nom") + " " + row.get<std::string>("prenom"),
                     .profession = row.get<std::optional<partage::Profession>>("profession")});
        },
        finess_et);
    return tous;
}

}  // namespace grappe::acces
