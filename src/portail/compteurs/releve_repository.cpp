// Every SQL statement of the counters.
#include "portail/compteurs/releve_repository.hpp"

#include <map>

#include "core/ensure.hpp"

namespace grappe::compteurs {
namespace {

using core::Money;
using storage::Statement, storage::Row;

constexpr Statement select_empreinte{"compteurs.empreinte", R"(
    SELECT (SELECT version FROM fiche_version) AS fiches,
           (SELECT COALESCE(MAX(numero), 0) FROM usage_rapport) AS rapports,
           (SELECT COALESCE(MAX(numero), 0) FROM mouvement) AS mouvements,
           (SELECT COUNT(*) FROM convention_signature)
               + (SELECT COUNT(*) FROM avenant_suite) AS signatures,
           (SELECT COUNT(*) FROM versement_decision)
               + (SELECT COUNT(*) FROM versement_sort) AS decisions,
           (SELECT COUNT(*) FROM usage_preuves) AS preuves)"};
constexpr Statement select_deposes{"compteurs.deposes", R"(
    SELECT statut, subvention FROM fiche WHERE statut <> 'retire')"};
constexpr Statement select_conventions{"compteurs.conventions", R"(
    SELECT c.id, c.dossier, d.appel, COALESCE(d.guichet, '') AS guichet,
           MAX(s.signee_le) AS signee_le
    FROM convention c JOIN dossier d ON d.id = c.dossier
    JOIN convention_signature s ON s.convention = c.id
    WHERE d.statut <> 'retire'
    GROUP BY c.id, c.dossier, d.appel, d.guichet
    HAVING COUNT(*) = 2
    ORDER BY MAX(s.signee_le), c.id)"};
constexpr Statement select_lignes{"compteurs.lignes", R"(
    SELECT convention, rang, finess_et, secteur, usage + equipement + materiel + amoa AS montant
    FROM convention_ligne
    WHERE convention NOT IN (SELECT a.convention FROM avenant a
                             JOIN avenant_suite s ON s.avenant = a.id AND s.issue = 'effet')
    UNION ALL
    SELECT v.convention, l.rang, l.finess_et, l.secteur,
           l.usage + l.equipement + l.materiel + l.amoa AS montant
    FROM (SELECT a.convention, MAX(a.rang) AS rang FROM avenant a
          JOIN avenant_suite s ON s.avenant = a.id AND s.issue = 'effet'
          GROUP BY a.convention) AS v
    JOIN avenant a ON a.convention = v.convention AND a.rang = v.rang
    JOIN avenant_ligne l ON l.avenant = a.id
    ORDER BY convention, rang)"};
constexpr Statement select_verses{"compteurs.verses", R"(
    SELECT v.convention, CAST(SUM(v.montant) AS BIGINT) AS montant
    FROM versement v JOIN versement_decision e ON e.versement = v.id
    WHERE e.decision = 'valide'
      AND NOT EXISTS (SELECT 1 FROM versement_sort s
                      WHERE s.versement = v.id AND s.sort = 'rejete')
    GROUP BY v.convention)"};
constexpr Statement select_reserve{"compteurs.reserve", R"(
    SELECT CAST(COALESCE(SUM(tenu), 0) AS BIGINT) AS montant, COUNT(*) AS dossiers
    FROM (SELECT SUM(CASE WHEN compte_vers = 'reserve' THEN montant ELSE 0 END
                     - CASE WHEN compte_de = 'reserve' THEN montant ELSE 0 END) AS tenu
          FROM mouvement WHERE dossier <> '' GROUP BY dossier) AS reserves
    WHERE tenu > 0)"};
constexpr Statement select_recouvre{"compteurs.recouvre", R"(
    SELECT CAST(COALESCE(SUM(montant), 0) AS BIGINT) AS montant,
           COUNT(DISTINCT dossier) AS dossiers
    FROM mouvement WHERE genre = 'recouvrer')"};
constexpr Statement select_mesures{"compteurs.mesures", R"(
    SELECT r.numero, r.nature, r.au, r.regle, l.dossier, l.finess_et, m.numerateur
    FROM usage_rapport r JOIN usage_ligne l ON l.rapport = r.id
    JOIN usage_mesure m ON m.rapport = l.rapport AND m.finess_et = l.finess_et
                           AND m.indicateur = 'dossiers_actifs'
    WHERE r.numero > $1
      AND NOT EXISTS (SELECT 1 FROM usage_tirage t JOIN usage_preuves p ON p.tirage = t.id
                      WHERE t.rapport = r.id AND p.issue = 'refusees'
                        AND p.rang = (SELECT MAX(q.rang) FROM usage_preuves q
                                      WHERE q.tirage = t.id))
    ORDER BY r.numero)"};

Somme lire_somme(const Row& row) {
    return {row.get<Money>("montant"), static_cast<std::size_t>(row.get<std::int64_t>("dossiers"))};
}

using ParConvention = std::map<std::string, std::size_t, std::less<>>;  // its place in the list

ParConvention lire_les_conventions(storage::Reader& db, Releve& releve) {
    ParConvention places;
    db.each(select_conventions, [&](const Row& row) {
        places.emplace(row.get<std::string>("id"), releve.conventions.size());
        releve.conventions.push_back({.dossier = row.get<std::string>("dossier"),
                                      .appel = row.get<std::string>("appel"),
                                      .guichet = row.get<std::string>("guichet"),
                                      .signee_le = row.get<core::Instant>("signee_le")});
    });
    return places;
}

}  // namespace

Empreinte empreinte(storage::Reader& db) {
    const auto lue = db.one(select_empreinte, [](const Row& row) {
        return Empreinte{.fiches = row.get<std::int64_t>("fiches"),
                         .rapports = row.get<std::int64_t>("rapports"),
                         .mouvements = row.get<std::int64_t>("mouvements"),
                         .signatures = row.get<std::int64_t>("signatures"),
                         .decisions = row.get<std::int64_t>("decisions"),
                         .preuves = row.get<std::int64_t>("preuves")};
    });
    core::ensure(lue.has_value(), "one row of counts");
    return *lue;
}

Releve lire_le_releve(storage::Reader& db) {
    Releve releve;
    releve.deposes = db.all(select_deposes, [](const Row& row) {
        return Depose{row.get<teleservice::Statut>("statut"),
                      row.get<std::optional<Money>>("subvention")};
    });
    const auto places = lire_les_conventions(db, releve);
    db.each(select_lignes, [&](const Row& row) {
        const auto ou = places.find(row.get<std::string>("convention"));
        if (ou == places.end()) return;  // not signed by both
        releve.conventions[ou->second].lignes.push_back({row.get<std::string>("finess_et"),
                                                         row.get<std::string>("secteur"),
                                                         row.get<Money>("montant")});
    });
    db.each(select_verses, [&](const Row& row) {
        const auto ou = places.find(row.get<std::string>("convention"));
        if (ou != places.end()) releve.conventions[ou->second].verse = row.get<Money>("montant");
    });
    releve.reserve = *db.one(select_reserve, lire_somme);
    releve.recouvre = *db.one(select_recouvre, lire_somme);
    return releve;
}

void suivre(storage::Reader& db, Mesures& mesures) {
    db.each(
        select_mesures,
        [&](const Row& row) {
            mesures.recevoir(row.get<std::string>("dossier"), row.get<std::string>("finess_et"),
                             row.get<usages::Nature>("nature"),
                             {.au = row.get<core::Date>("au"),
                              .numero = row.get<std::int64_t>("numero"),
                              .actifs = row.get<std::int64_t>("numerateur"),
                              .regle = row.get<std::string>("regle")});
        },
        mesures.dernier_numero());
}

}  // namespace grappe::compteurs
