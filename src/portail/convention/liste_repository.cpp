// SQL of the list of agreements, and what each waits for.
#include "portail/convention/liste.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_liste{"convention.liste", R"(
    SELECT c.id, c.dossier, f.numero, f.porteur, d.statut, COALESCE(a.avance, c.avance) AS avance,
           CASE WHEN a.id IS NULL THEN
               (SELECT CAST(COALESCE(SUM(l.usage + l.equipement + l.materiel + l.amoa), 0)
                            AS BIGINT) FROM convention_ligne l WHERE l.convention = c.id)
           ELSE
               (SELECT CAST(COALESCE(SUM(l.usage + l.equipement + l.materiel + l.amoa), 0)
                            AS BIGINT) FROM avenant_ligne l WHERE l.avenant = a.id)
           END AS accorde,
           (SELECT CAST(COALESCE(SUM(v.montant), 0) AS BIGINT) FROM versement v
            JOIN versement_decision x ON x.versement = v.id AND x.decision = 'valide'
            WHERE v.convention = c.id
            AND NOT EXISTS (SELECT 1 FROM versement_sort s
                            WHERE s.versement = v.id AND s.sort = 'rejete')) AS verse,
           (SELECT COUNT(*) FROM versement v
            JOIN versement_sort s ON s.versement = v.id AND s.sort = 'rejete'
            WHERE v.convention = c.id
            AND NOT EXISTS (SELECT 1 FROM versement p WHERE p.convention = v.convention
                            AND p.objet = v.objet AND p.rang > v.rang)) AS renvoyes,
           (SELECT CAST(COALESCE(SUM(v.a_recouvrer), 0) AS BIGINT) FROM versement v
            JOIN versement_decision x ON x.versement = v.id AND x.decision = 'valide'
            WHERE v.convention = c.id
            AND NOT EXISTS (SELECT 1 FROM versement_sort s
                            WHERE s.versement = v.id AND s.sort = 'rejete'))
           - (SELECT CAST(COALESCE(SUM(t.montant), 0) AS BIGINT) FROM recouvrement_retour t
              JOIN recouvrement r ON r.id = t.recouvrement
              WHERE r.convention = c.id) AS a_recouvrer,
           (SELECT COUNT(*) FROM convention_signature s
            WHERE s.convention = c.id AND s.partie = 'porteur') AS du_porteur,
           (SELECT COUNT(*) FROM convention_signature s
            WHERE s.convention = c.id AND s.partie = 'ars') AS de_l_ars,
           (SELECT COUNT(*) FROM versement v WHERE v.convention = c.id
            AND NOT EXISTS (SELECT 1 FROM versement_decision x WHERE x.versement = v.id))
               AS a_valider,
           (SELECT COUNT(*) FROM etat_depenses e WHERE e.convention = c.id
            AND e.rang = (SELECT MAX(m.rang) FROM etat_depenses m WHERE m.convention = c.id)
            AND NOT EXISTS (SELECT 1 FROM etat_depenses_visa x WHERE x.etat = e.id)) AS a_viser,
           (SELECT COUNT(*) FROM avenant z LEFT JOIN avenant_suite t ON t.avenant = z.id
            WHERE z.convention = c.id AND t.avenant IS NULL) AS avenants
    FROM convention c JOIN dossier d ON d.id = c.dossier JOIN fiche f ON f.dossier = c.dossier
    LEFT JOIN avenant a ON a.convention = c.id AND a.rang =
        (SELECT MAX(x.rang) FROM avenant x JOIN avenant_suite y ON y.avenant = x.id
         WHERE x.convention = c.id AND y.issue = 'effet')
    WHERE ($1 = '' OR d.compte = $1) AND ($2 = '' OR d.guichet = $2)
    ORDER BY c.preparee_le DESC, c.id LIMIT $3 OFFSET $4)"};
constexpr Statement select_nombre{"convention.liste_nombre", R"(
    SELECT COUNT(*) AS nombre
    FROM convention c JOIN dossier d ON d.id = c.dossier JOIN fiche f ON f.dossier = c.dossier
    WHERE ($1 = '' OR d.compte = $1) AND ($2 = '' OR d.guichet = $2))"};

Resume lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .numero = row.get<std::string>("numero"),
            .porteur = row.get<std::string>("porteur"),
            .statut = row.get<Statut>("statut"),
            .accorde = row.get<Money>("accorde"),
            .avance = row.get<Money>("avance"),
            .verse = row.get<Money>("verse"),
            .signee_par_le_porteur = row.get<std::int64_t>("du_porteur") > 0,
            .signee_par_l_ars = row.get<std::int64_t>("de_l_ars") > 0,
            .a_valider = row.get<std::int64_t>("a_valider"),
            .a_viser = row.get<std::int64_t>("a_viser"),
            .avenants = row.get<std::int64_t>("avenants"),
            .renvoyes = row.get<std::int64_t>("renvoyes"),
            .a_recouvrer = row.get<Money>("a_recouvrer")};
}

}  // namespace

Attente Resume::attente() const {
    if (renvoyes > 0) return Attente::renvoi;
    if (a_recouvrer > Money{}) return Attente::recouvrement;
    if (statut == Statut::solde || statut == Statut::clos || statut == Statut::retire)
        return Attente::rien;
    if (!signee_par_le_porteur) return Attente::signature_du_porteur;
    if (!signee_par_l_ars) return Attente::signature_de_l_ars;
    if (a_valider > 0) return Attente::validation;
    if (avenants > 0) return Attente::avenant;
    if (statut == Statut::conventionne && avance > Money{}) return Attente::avance;
    return a_viser > 0 ? Attente::visa : Attente::usage_depenses;
}

Liste lister(storage::Reader& db, const Demandeur& qui, const Fenetre& fenetre) {
    const auto part = part_de(qui.acteur, access::Permission::depenses_lire);
    if (!part) return {};
    const auto nombre = [](const Row& row) { return row.get<std::int64_t>("nombre"); };
    return {db.all(select_liste, lire, part->compte, part->guichet, fenetre.limite, fenetre.debut),
            db.one(select_nombre, nombre, part->compte, part->guichet).value_or(0)};
}

}  // namespace grappe::convention
