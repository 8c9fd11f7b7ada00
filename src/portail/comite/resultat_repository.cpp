// Every SQL statement about what was published, and about what a desk has funded.
#include <algorithm>

#include "portail/comite/comite_repository.hpp"

namespace grappe::comite {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_du_dossier{"comite_resultat.du_dossier", R"(
    SELECT r.comite, r.dossier, c.appel, c.fenetre, c.tenu_le, r.avis, r.recommandations, r.motif,
           r.montant, r.notifie_le, a.rang
    FROM comite_resultat r JOIN comite c ON c.id = r.comite
    LEFT JOIN comite_attente a ON a.comite = r.comite AND a.dossier = r.dossier
    WHERE r.dossier = $1 ORDER BY r.notifie_le, r.comite)"};
constexpr Statement select_du_comite{"comite_resultat.du_comite", R"(
    SELECT r.comite, r.dossier, c.appel, c.fenetre, c.tenu_le, r.avis, r.recommandations, r.motif,
           r.montant, r.notifie_le, a.rang
    FROM comite_resultat r JOIN comite c ON c.id = r.comite
    LEFT JOIN comite_attente a ON a.comite = r.comite AND a.dossier = r.dossier
    WHERE r.comite = $1 ORDER BY r.dossier)"};
constexpr Statement select_du_guichet{"comite_resultat.du_guichet", R"(
    SELECT r.comite, r.dossier, c.appel, c.fenetre, c.tenu_le, r.avis, r.recommandations, r.motif,
           r.montant, r.notifie_le, a.rang
    FROM comite_resultat r JOIN comite c ON c.id = r.comite
    LEFT JOIN comite_attente a ON a.comite = r.comite AND a.dossier = r.dossier
    WHERE c.guichet = $1 ORDER BY r.notifie_le, r.comite)"};
constexpr Statement select_numeros{"depot.numeros_du_guichet", R"(
    SELECT p.dossier, p.numero FROM depot p JOIN dossier d ON d.id = p.dossier
    WHERE d.guichet = $1 ORDER BY p.rang)"};
constexpr Statement insert_resultat{"comite_resultat.ajouter", R"(
    INSERT INTO comite_resultat (comite, dossier, avis, recommandations, motif, montant, notifie_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement insert_part{"comite_part.ajouter", R"(
    INSERT INTO comite_part (comite, dossier, secteur, departement, statut, essms, montant)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement select_parts{"comite_part.du_guichet", R"(
    SELECT p.comite, p.dossier, p.secteur, p.departement, p.statut, p.essms, p.montant
    FROM comite_part p JOIN comite c ON c.id = p.comite JOIN dossier d ON d.id = p.dossier
    WHERE c.guichet = $1 AND c.id <> $2 AND d.statut <> 'retire'
    ORDER BY p.comite, p.dossier, p.secteur, p.departement)"};
constexpr Statement select_parts_du_comite{"comite_part.du_comite", R"(
    SELECT dossier, secteur, departement, statut, essms, montant FROM comite_part
    WHERE comite = $1 ORDER BY dossier, secteur, departement)"};
constexpr Statement select_constats{"comite_point.du_guichet", R"(
    SELECT p.comite, p.dossier, p.critere, p.constat
    FROM comite_point p JOIN comite c ON c.id = p.comite
    WHERE c.guichet = $1 AND c.id <> $2 ORDER BY p.comite, p.numero)"};
constexpr Statement select_importes{"portefeuille.du_guichet", R"(
    SELECT secteur, departement, statut, essms, montant FROM portefeuille
    WHERE guichet = $1 ORDER BY numero)"};
constexpr Statement select_sources{"portefeuille.sources", R"(
    SELECT source, COUNT(*) AS lignes, CAST(SUM(essms) AS BIGINT) AS essms,
           CAST(SUM(montant) AS BIGINT) AS montant, MIN(importe_le) AS importe_le
    FROM portefeuille WHERE guichet = $1 GROUP BY source ORDER BY MIN(numero))"};
constexpr Statement select_dernier_importe{"portefeuille.dernier", R"(
    SELECT COALESCE(MAX(numero), 0) AS numero FROM portefeuille WHERE guichet = $1)"};
constexpr Statement insert_importe{"portefeuille.ajouter", R"(
    INSERT INTO portefeuille (guichet, numero, source, secteur, departement, statut, essms, montant,
                              par, importe_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};

Resultat lire(const Row& row) {
    return {.comite = row.get<std::string>("comite"),
            .dossier = row.get<std::string>("dossier"),
            .appel = row.get<std::string>("appel"),
            .fenetre = row.get<std::string>("fenetre"),
            .tenu_le = row.get<core::Date>("tenu_le"),
            .sens = row.get<Sens>("avis"),
            .recommandations = row.get<std::string>("recommandations"),
            .motif = row.get<std::string>("motif"),
            .montant = row.get<std::optional<core::Money>>("montant"),
            .notifie_le = row.get<core::Instant>("notifie_le"),
            .rang = row.get<std::optional<int>>("rang")};
}

Element lire_element(const Row& row) {
    return {.secteur = row.get<std::string>("secteur"),
            .departement = row.get<std::string>("departement"),
            .statut = row.get<std::string>("statut"),
            .essms = row.get<int>("essms"),
            .montant = row.get<core::Money>("montant")};
}

using Ou = std::pair<std::string, std::string>;  // committee, dossier

Ou ou_est(const Row& row) {
    return {row.get<std::string>("comite"), row.get<std::string>("dossier")};
}

}  // namespace

std::vector<Resultat> resultats(storage::Reader& db, std::string_view dossier) {
    return db.all(select_du_dossier, lire, dossier);
}

std::vector<Resultat> resultats_du_comite(storage::Reader& db, std::string_view comite) {
    return db.all(select_du_comite, lire, comite);
}

std::map<std::string, std::vector<Resultat>> resultats_du_guichet(storage::Reader& db,
                                                                  std::string_view guichet) {
    std::map<std::string, std::vector<Resultat>> par_dossier;
    for (auto& resultat : db.all(select_du_guichet, lire, guichet))
        par_dossier[resultat.dossier].push_back(std::move(resultat));
    return par_dossier;
}

std::map<std::string, std::string> numeros_du_guichet(storage::Reader& db,
                                                      std::string_view guichet) {
    std::map<std::string, std::string> numeros;
    db.each(
        select_numeros,
        [&](const Row& row) {
            numeros[row.get<std::string>("dossier")] = row.get<std::string>("numero");
        },
        guichet);
    return numeros;
}

void ajouter(storage::Writer& db, const Resultat& resultat) {
    db.run(insert_resultat, resultat.comite, resultat.dossier, resultat.sens,
           resultat.recommandations, resultat.motif, resultat.montant, resultat.notifie_le);
}

void ajouter(storage::Writer& db, const PartPubliee& part) {
    const auto& [comite, dossier, element] = part;
    db.run(insert_part, comite, dossier, element.secteur, element.departement, element.statut,
           element.essms, element.montant);
}

std::map<std::string, std::vector<Element>> parts_publiees(storage::Reader& db,
                                                           std::string_view comite) {
    std::map<std::string, std::vector<Element>> parts;
    db.each(
        select_parts_du_comite,
        [&](const Row& row) {
            parts[row.get<std::string>("dossier")].push_back(lire_element(row));
        },
        comite);
    return parts;
}

std::vector<Element> portefeuille(storage::Reader& db, const Comite& sauf) {
    std::map<Ou, std::map<std::string, std::string>> constats;
    db.each(
        select_constats,
        [&](const Row& row) {
            constats[ou_est(row)][row.get<std::string>("critere")] =
                row.get<std::string>("constat");
        },
        sauf.guichet, sauf.id);
    std::vector<Element> elements;
    db.each(
        select_parts,
        [&](const Row& row) {
            elements.push_back(lire_element(row));
            elements.back().constats = constats[ou_est(row)];
        },
        sauf.guichet, sauf.id);
    db.each(
        select_importes, [&](const Row& row) { elements.push_back(lire_element(row)); },
        sauf.guichet);
    return elements;
}

void importer(storage::Writer& db, const std::vector<LigneImportee>& lignes,
              const Importateur& importateur) {
    auto numero =
        db.one(
              select_dernier_importe,
              [](const Row& row) { return row.get<std::int64_t>("numero"); }, importateur.guichet)
            .value_or(0);
    for (const auto& [source, element] : lignes)
        db.run(insert_importe, importateur.guichet, ++numero, source, element.secteur,
               element.departement, element.statut, element.essms, element.montant, importateur.par,
               importateur.importe_le);
}

std::vector<SourceImportee> sources_importees(storage::Reader& db, std::string_view guichet) {
    return db.all(
        select_sources,
        [](const Row& row) {
            return SourceImportee{.nom = row.get<std::string>("source"),
                                  .lignes = row.get<std::int64_t>("lignes"),
                                  .essms = row.get<std::int64_t>("essms"),
                                  .montant = row.get<core::Money>("montant"),
                                  .importee_le = row.get<core::Instant>("importe_le")};
        },
        guichet);
}

}  // namespace grappe::comite
