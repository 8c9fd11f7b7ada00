// SQL of the list of terms.
#include "portail/jalons/prochains_repository.hpp"

#include <unordered_map>

#include "portail/teleservice/regles_appliquees.hpp"

namespace grappe::jalons {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_vives{"jalon.prochains", R"(
    SELECT c.id, c.dossier, d.appel, p.depose_le, p.niveau, p.regles, v.contenu,
           (SELECT MAX(s.signee_le) FROM convention_signature s WHERE s.convention = c.id)
               AS signee_le,
           (SELECT a.fin_deploiement FROM avenant a
            JOIN avenant_suite z ON z.avenant = a.id AND z.issue = 'effet'
            WHERE a.convention = c.id ORDER BY a.rang DESC LIMIT 1) AS fin_deploiement
    FROM convention c JOIN dossier d ON d.id = c.dossier
    JOIN depot p ON p.dossier = c.dossier AND p.rang = c.depot
    LEFT JOIN (SELECT dossier, MAX(version) AS version FROM
                   (SELECT dossier, version FROM reponse
                    UNION ALL
                    SELECT dossier, version FROM intervention WHERE version IS NOT NULL) corrigees
               GROUP BY dossier) k ON k.dossier = c.dossier
    JOIN dossier_version v ON v.dossier = c.dossier
         AND v.version = CASE WHEN k.version > p.version THEN k.version ELSE p.version END
    WHERE d.statut IN ('conventionne', 'en_cours')
      AND c.id IN (SELECT e.id FROM convention e JOIN dossier g ON g.id = e.dossier
                   JOIN fiche h ON h.dossier = e.dossier
                   WHERE ($1 = '' OR g.compte = $1) AND ($2 = '' OR g.guichet = $2)
                   ORDER BY e.preparee_le DESC, e.id LIMIT $3 OFFSET $4)
    ORDER BY c.id)"};
constexpr Statement select_regles{"jalon.prochains_regles", R"(
    SELECT c.id, i.apres, i.faite_le FROM intervention i
    JOIN convention c ON c.dossier = i.dossier
    WHERE i.genre = 'correction' AND i.objet = $1 AND i.apres <> ''
    ORDER BY i.dossier, i.numero)"};
constexpr Statement select_secteurs{"jalon.prochains_secteurs", R"(
    SELECT DISTINCT l.convention, l.secteur FROM convention_ligne l
    WHERE NOT EXISTS (SELECT 1 FROM avenant a
                      JOIN avenant_suite z ON z.avenant = a.id AND z.issue = 'effet'
                      WHERE a.convention = l.convention)
    UNION
    SELECT DISTINCT a.convention, l.secteur FROM avenant_ligne l
    JOIN avenant a ON a.id = l.avenant
    WHERE a.rang = (SELECT MAX(b.rang) FROM avenant b
                    JOIN avenant_suite z ON z.avenant = b.id AND z.issue = 'effet'
                    WHERE b.convention = a.convention))"};
constexpr Statement select_versements{"jalon.prochains_versements", R"(
    SELECT v.convention, v.objet, v.demande_le, d.decision, d.decide_le, s.sort
    FROM versement v LEFT JOIN versement_decision d ON d.versement = v.id
    LEFT JOIN versement_sort s ON s.versement = v.id
    ORDER BY v.demande_le, v.objet, v.rang)"};
constexpr Statement select_faits{"jalon.prochains_faits", R"(
    SELECT convention, numero, jalon, finess_et, acte, jour, motif, par, fait_le FROM jalon_fait
    WHERE finess_et = '' ORDER BY convention, numero)"};

Vive lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .dossier = row.get<std::string>("dossier"),
            .appel = row.get<std::string>("appel"),
            .depose_le = row.get<core::Instant>("depose_le"),
            .niveau = row.get<programme::Niveau>("niveau"),
            .regles = row.get<std::string>("regles"),
            .contenu = row.get<std::string>("contenu"),
            .signee_le = row.get<core::Instant>("signee_le"),
            .fin_deploiement = row.get<std::optional<core::Date>>("fin_deploiement")};
}

convention::Versement lire_versement(const Row& row) {
    return {.id = {},
            .dossier = {},
            .convention = {},
            .objet = row.get<convention::Objet>("objet"),
            .rang = 1,
            .montant = {},
            .a_recouvrer = {},
            .demande_par = {},
            .demande_le = row.get<core::Instant>("demande_le"),
            .decision = row.get<std::optional<convention::Decision>>("decision"),
            .decide_le = row.get<std::optional<core::Instant>>("decide_le"),
            .sort = row.get<std::optional<convention::Sort>>("sort")};
}

// Rows of one question, each given to its agreement.
class Places {
public:
    explicit Places(std::vector<Vive>& vives) : vives_{vives} {
        for (std::size_t rang = 0; rang < vives.size(); ++rang)
            places_.emplace(vives[rang].id, rang);
    }
    // Null: it is not one of those that are listed.
    Vive* trouver(const std::string& id) const {
        const auto ou = places_.find(id);
        return ou == places_.end() ? nullptr : &vives_[ou->second];
    }

private:
    std::vector<Vive>& vives_;
    std::unordered_map<std::string, std::size_t> places_{};
};

void completer(storage::Reader& db, const Places& places) {
    db.each(
        select_regles,
        [&](const Row& row) {
            auto* vive = places.trouver(row.get<std::string>("id"));
            if (vive && row.get<core::Instant>("faite_le") >= vive->depose_le)
                vive->regles = row.get<std::string>("apres");
        },
        teleservice::champ_des_regles);
    db.each(select_secteurs, [&](const Row& row) {
        if (auto* vive = places.trouver(row.get<std::string>("convention")))
            vive->secteurs.push_back(row.get<std::string>("secteur"));
    });
    db.each(select_versements, [&](const Row& row) {
        if (auto* vive = places.trouver(row.get<std::string>("convention")))
            vive->versements.push_back(lire_versement(row));
    });
    db.each(select_faits, [&](const Row& row) {
        if (auto* vive = places.trouver(row.get<std::string>("convention")))
            vive->faits.push_back(lire_fait(row));
    });
}

}  // namespace

std::vector<Vive> vives(storage::Reader& db, const Part& part, const convention::Fenetre& fenetre) {
    auto toutes =
        db.all(select_vives, lire, part.compte, part.guichet, fenetre.limite, fenetre.debut);
    if (!toutes.empty()) completer(db, Places{toutes});
    return toutes;
}

}  // namespace grappe::jalons
