// SQL of the lists of usage reports.
#include "portail/usages/usages_repository.hpp"

namespace grappe::usages {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_liste{"usage_rapport.lister", R"(
    SELECT r.id, r.numero, r.recu_le, r.nature, r.du, r.au, r.lecture, r.logiciel,
           COALESCE((SELECT MIN(f.porteur)
                     FROM usage_rattachement t JOIN fiche f ON f.dossier = t.dossier
                     WHERE t.rapport = r.id), '') AS porteur,
           (SELECT COUNT(*) FROM usage_ligne l WHERE l.rapport = r.id) AS essms,
           (SELECT COUNT(*) FROM usage_ligne l WHERE l.rapport = r.id AND EXISTS (
                SELECT 1 FROM usage_ligne k JOIN usage_rapport s ON s.id = k.rapport
                WHERE k.dossier = l.dossier AND k.finess_et = l.finess_et AND s.au = r.au
                  AND s.numero > r.numero)) AS remplaces,
           (SELECT COUNT(*) FROM usage_constat c WHERE c.rapport = r.id) AS constats,
           (SELECT COUNT(*) FROM usage_tirage g WHERE g.rapport = r.id AND NOT EXISTS (
                SELECT 1 FROM usage_preuves p WHERE p.tirage = g.id AND p.issue = 'justes'))
                AS preuves_attendues,
           (SELECT CAST(COALESCE(SUM(m.numerateur), 0) AS BIGINT) FROM usage_mesure m
            WHERE m.rapport = r.id AND m.indicateur = 'dossiers_actifs') AS numerateur,
           (SELECT CAST(COALESCE(SUM(m.denominateur), 0) AS BIGINT) FROM usage_mesure m
            WHERE m.rapport = r.id AND m.indicateur = 'dossiers_actifs') AS denominateur
    FROM usage_rapport r
    WHERE EXISTS (SELECT 1 FROM usage_rattachement t JOIN dossier d ON d.id = t.dossier
                  WHERE t.rapport = r.id AND ($1 = '' OR d.compte = $1)
                    AND ($2 = '' OR d.guichet = $2))
      AND ($3 = '' OR r.nature = $3) AND ($4 = '' OR r.au = $4)
      AND ($5 = '' OR EXISTS (SELECT 1 FROM usage_ligne l
                              WHERE l.rapport = r.id AND l.finess_et = $5))
      AND ($6 = '' OR EXISTS (SELECT 1 FROM usage_constat c WHERE c.rapport = r.id))
    ORDER BY r.numero DESC LIMIT $7 OFFSET $8)"};
constexpr Statement select_combien{"usage_rapport.compter", R"(
    SELECT COUNT(*) AS n FROM usage_rapport r
    WHERE EXISTS (SELECT 1 FROM usage_rattachement t JOIN dossier d ON d.id = t.dossier
                  WHERE t.rapport = r.id AND ($1 = '' OR d.compte = $1)
                    AND ($2 = '' OR d.guichet = $2))
      AND ($3 = '' OR r.nature = $3) AND ($4 = '' OR r.au = $4)
      AND ($5 = '' OR EXISTS (SELECT 1 FROM usage_ligne l
                              WHERE l.rapport = r.id AND l.finess_et = $5))
      AND ($6 = '' OR EXISTS (SELECT 1 FROM usage_constat c WHERE c.rapport = r.id)))"};
constexpr Statement select_jours{"usage_rapport.jours", R"(
    SELECT DISTINCT r.au FROM usage_rapport r
    WHERE EXISTS (SELECT 1 FROM usage_rattachement t JOIN dossier d ON d.id = t.dossier
                  WHERE t.rapport = r.id AND ($1 = '' OR d.compte = $1)
                    AND ($2 = '' OR d.guichet = $2))
      AND ($3 = '' OR r.nature = $3) AND ($4 = '' OR r.au = $4)
      AND ($5 = '' OR EXISTS (SELECT 1 FROM usage_ligne l
                              WHERE l.rapport = r.id AND l.finess_et = $5))
      AND ($6 = '' OR EXISTS (SELECT 1 FROM usage_constat c WHERE c.rapport = r.id))
    ORDER BY r.au DESC)"};

constexpr Statement select_du_membre{"usage_rapport.du_membre", R"(
    SELECT r.id FROM usage_rapport r
    WHERE EXISTS (SELECT 1 FROM usage_rattachement t JOIN membre m ON m.dossier = t.dossier
                  WHERE t.rapport = r.id AND m.compte = $1 AND m.role = 'membre'
                    AND m.retire_le IS NULL)
    ORDER BY r.numero DESC LIMIT 200)"};

Resume lire_un_resume(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .numero = row.get<std::int64_t>("numero"),
            .recu_le = row.get<core::Instant>("recu_le"),
            .nature = row.get<Nature>("nature"),
            .du = row.get<core::Date>("du"),
            .au = row.get<core::Date>("au"),
            .lecture = row.get<usage::Denominateur>("lecture"),
            .logiciel = row.get<std::string>("logiciel"),
            .porteur = row.get<std::string>("porteur"),
            .essms = row.get<std::int64_t>("essms"),
            .remplaces = row.get<std::int64_t>("remplaces"),
            .constats = row.get<std::int64_t>("constats"),
            .preuves_attendues = row.get<std::int64_t>("preuves_attendues"),
            .dossiers_actifs = {row.get<std::int64_t>("numerateur"),
                                row.get<std::int64_t>("denominateur")}};
}

std::string_view oui(const Critere& critere) {
    return critere.questions ? std::string_view{"oui"} : std::string_view{};
}

}  // namespace

std::vector<Resume> lister(storage::Reader& db, const Critere& critere) {
    return db.all(select_liste, lire_un_resume, critere.compte, critere.guichet, critere.nature,
                  critere.au, critere.finess, oui(critere), critere.limite, critere.debut);
}

std::int64_t compter(storage::Reader& db, const Critere& critere) {
    return *db.one(
        select_combien, [](const Row& row) { return row.get<std::int64_t>("n"); }, critere.compte,
        critere.guichet, critere.nature, critere.au, critere.finess, oui(critere));
}

std::vector<std::string> rapports_du_membre(storage::Reader& db, std::string_view compte) {
    return db.all(
        select_du_membre, [](const Row& row) { return row.get<std::string>("id"); }, compte);
}

std::vector<std::string> jours_mesures(storage::Reader& db, const Critere& critere) {
    return db.all(
        select_jours, [](const Row& row) { return row.get<std::string>("au"); }, critere.compte,
        critere.guichet, critere.nature, critere.au, critere.finess, oui(critere));
}

}  // namespace grappe::usages
