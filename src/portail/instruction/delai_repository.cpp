// Every SQL statement about the time of examinations.
#include "portail/instruction/delai_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Statement, storage::Row;

constexpr Statement insert_delai{"examen_delai.garder", R"(
    INSERT INTO examen_delai (dossier, appel, guichet, jours, decide_le)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (dossier) DO UPDATE SET appel = excluded.appel, guichet = excluded.guichet,
                                        jours = excluded.jours, decide_le = excluded.decide_le)"};
constexpr Statement delete_delai{"examen_delai.oter",
                                 "DELETE FROM examen_delai WHERE dossier = $1"};
constexpr Statement select_effectifs{"examen_delai.du_guichet", R"(
    SELECT e.appel, e.jours, COUNT(*) AS combien
    FROM examen_delai e JOIN fiche f ON f.dossier = e.dossier
    WHERE e.guichet = $1 AND
          f.statut NOT IN ('depose', 'en_instruction', 'pieces_demandees', 'retire')
    GROUP BY e.appel, e.jours)"};
constexpr Statement select_d_un_appel{"examen_delai.d_un_appel", R"(
    SELECT e.jours, COUNT(*) AS combien
    FROM examen_delai e JOIN fiche f ON f.dossier = e.dossier
    WHERE e.guichet = $1 AND e.appel = $2 AND
          f.statut NOT IN ('depose', 'en_instruction', 'pieces_demandees', 'retire')
    GROUP BY e.jours)"};
constexpr Statement select_manquants{"examen_delai.manquants", R"(
    SELECT f.dossier FROM fiche f
    WHERE f.statut NOT IN ('depose', 'en_instruction', 'pieces_demandees', 'retire') AND
          NOT EXISTS (SELECT 1 FROM examen_delai e WHERE e.dossier = f.dossier)
    ORDER BY f.dossier)"};

}  // namespace

void garder_le_delai(storage::Writer& db, const teleservice::Dossier& dossier, int jours,
                     core::Instant decide_le) {
    db.run(insert_delai, dossier.id, dossier.appel, dossier.guichet.value_or(""), jours, decide_le);
}

void oter_le_delai(storage::Writer& db, std::string_view dossier) { db.run(delete_delai, dossier); }

std::map<std::string, Effectifs> effectifs_du_guichet(storage::Reader& db,
                                                      std::string_view guichet) {
    std::map<std::string, Effectifs> par_appel;
    db.each(
        select_effectifs,
        [&](const Row& row) {
            par_appel[row.get<std::string>("appel")][row.get<int>("jours")] =
                row.get<int>("combien");
        },
        guichet);
    return par_appel;
}

Effectifs effectifs(storage::Reader& db, std::string_view appel, std::string_view guichet) {
    Effectifs trouves;
    db.each(
        select_d_un_appel,
        [&](const Row& row) { trouves[row.get<int>("jours")] = row.get<int>("combien"); }, guichet,
        appel);
    return trouves;
}

std::vector<std::string> delais_manquants(storage::Reader& db) {
    return db.all(select_manquants, [](const Row& row) { return row.get<std::string>("dossier"); });
}

}  // namespace grappe::instruction
