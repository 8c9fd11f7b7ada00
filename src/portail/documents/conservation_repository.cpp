// Every SQL statement about conservation.
#include "portail/documents/conservation_repository.hpp"

#include <array>

#include "portail/teleservice/fiche_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::documents {
namespace {

using storage::Row, storage::Statement;

constexpr Statement select_gardes{"conservation.gardes", R"(
    SELECT d.id, d.appel, d.compte, d.statut,
           COALESCE((SELECT MAX(p.fait_le) FROM dossier_passage p
                     WHERE p.dossier = d.id AND p.fait_le > d.modifie_le), d.modifie_le) AS depuis,
           (SELECT MIN(r.motif) FROM retenue r
            WHERE r.dossier = d.id AND r.levee_le IS NULL) AS retenue,
           (SELECT a.annonce_le FROM purge_annonce a WHERE a.dossier = d.id) AS annonce,
           (SELECT COUNT(*) FROM recouvrement r
            LEFT JOIN recouvrement_decision v ON v.recouvrement = r.id
            WHERE r.dossier = d.id
              AND (v.decision IS NULL
                   OR (v.decision = 'valide' AND r.montant >
                       (SELECT COALESCE(SUM(t.montant), 0) FROM recouvrement_retour t
                        WHERE t.recouvrement = r.id)))) AS recouvrements
    FROM dossier d WHERE NOT EXISTS (SELECT 1 FROM purge x WHERE x.dossier = d.id)
    ORDER BY d.id)"};
constexpr Statement select_existe{"conservation.existe", "SELECT id FROM dossier WHERE id = $1"};
constexpr Statement insert_annonce{"conservation.annoncer", R"(
    INSERT INTO purge_annonce (dossier, annonce_le) VALUES ($1, $2)
    ON CONFLICT (dossier) DO UPDATE SET annonce_le = excluded.annonce_le)"};
constexpr Statement insert_retenue{"conservation.retenir", R"(
    INSERT INTO retenue (id, dossier, motif, posee_par, posee_le) VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement update_retenue{"conservation.lever", R"(
    UPDATE retenue SET levee_par = $2, levee_le = $3 WHERE dossier = $1 AND levee_le IS NULL)"};
constexpr Statement insert_purge{"conservation.purger", R"(
    INSERT INTO purge (dossier, cas, par, purge_le) VALUES ($1, $2, $3, $4))"};

// What people wrote or named, table by table; $1 is the dossier. An address stays one that can be
// read, and that nobody has (RFC 2606). Proposals of committees need none: ids and numbers.
constexpr auto effacements = std::to_array<Statement>({
    {"purge.contenus", "UPDATE dossier_version SET contenu = '{}' WHERE dossier = $1"},
    {"purge.pieces", "UPDATE piece SET nom = '', sha256 = '', etat = 'retiree' WHERE dossier = $1"},
    {"purge.depots", "UPDATE depot SET recepisse = '{}' WHERE dossier = $1"},
    {"purge.essms", "DELETE FROM depot_essms WHERE dossier = $1"},
    {"purge.passages", "UPDATE dossier_passage SET motif = '' WHERE dossier = $1"},
    {"purge.phases", "DELETE FROM planning_phase WHERE dossier = $1"},
    {"purge.planning", "DELETE FROM planning WHERE dossier = $1"},
    {"purge.reponses", "DELETE FROM maturite_reponse WHERE dossier = $1"},
    {"purge.maturite", "DELETE FROM maturite WHERE dossier = $1"},
    {"purge.accords",
     "UPDATE accord SET part = '' WHERE membre IN (SELECT id FROM membre WHERE dossier = $1)"},
    {"purge.invitations",
     "DELETE FROM invitation WHERE membre IN (SELECT id FROM membre WHERE dossier = $1)"},
    {"purge.membres", "UPDATE membre SET courriel = 'efface@purge.invalid' WHERE dossier = $1"},
    {"purge.instructions_nationales",
     "UPDATE instruction_nationale SET motif = '' WHERE dossier = $1"},
    {"purge.verdicts", "UPDATE verdict SET texte = '' WHERE dossier = $1"},
    {"purge.demandes", "UPDATE demande SET textes = '' WHERE dossier = $1"},
    {"purge.demande_pieces", "UPDATE demande_piece SET texte = '' WHERE dossier = $1"},
    {"purge.appreciations", "UPDATE appreciation SET motif = '' WHERE dossier = $1"},
    {"purge.recevabilites", "UPDATE recevabilite SET motif = '' WHERE dossier = $1"},
    {"purge.versements", "UPDATE versement SET motif = '' WHERE dossier = $1"},
    {"purge.avenants", "UPDATE avenant SET motif = '' WHERE dossier = $1"},
    {"purge.recouvrements", "UPDATE recouvrement SET motif = '' WHERE dossier = $1"},
    {"purge.suites_des_avenants", "UPDATE avenant_suite SET motif = '' WHERE dossier = $1"},
    {"purge.jalons", "UPDATE jalon_fait SET motif = '' WHERE dossier = $1"},
    {"purge.fichiers_des_messages", "DELETE FROM message_fichier WHERE dossier = $1"},
    {"purge.lectures_des_messages", "DELETE FROM message_lecture WHERE dossier = $1"},
    {"purge.attente_des_messages", "DELETE FROM message_attente WHERE dossier = $1"},
    {"purge.reponses_du_porteur", "UPDATE reponse SET texte = '' WHERE dossier = $1"},
    {"purge.notes", "DELETE FROM note WHERE dossier = $1"},
    {"purge.messages", "UPDATE message SET texte = '' WHERE dossier = $1"},
    {"purge.lettres", "UPDATE lettre SET corps = '' WHERE dossier = $1"},
    {"purge.interventions",
     "UPDATE intervention SET avant = '', apres = '', motif = '' WHERE dossier = $1"},
    {"purge.successions",
     "UPDATE succession SET courriel = 'efface@purge.invalid',"
     " close_le = COALESCE(close_le, cree_le) WHERE dossier = $1"},
    {"purge.demandes_de_grappe",
     "UPDATE demande_grappe SET structure = '', heures = '', contact = '', finess = '', dui = '',"
     " editeur = '', contact_editeur = '', etat = 'retiree' WHERE dossier = $1"},
    {"purge.exports", "UPDATE exportation SET perime_le = demande_le WHERE objet = $1"},
});

}  // namespace

std::vector<DossierGarde> dossiers_gardes(storage::Reader& db) {
    return db.all(select_gardes, [](const Row& row) {
        return DossierGarde{.id = row.get<std::string>("id"),
                            .appel = row.get<std::string>("appel"),
                            .compte = row.get<std::string>("compte"),
                            .statut = row.get<teleservice::Statut>("statut"),
                            .depuis = row.get<core::Instant>("depuis"),
                            .retenue = row.get<std::optional<std::string>>("retenue"),
                            .annonce = row.get<std::optional<core::Instant>>("annonce"),
                            .recouvrement_ouvert = row.get<std::int64_t>("recouvrements") > 0};
    });
}

bool existe(storage::Reader& db, std::string_view dossier) {
    return db
        .one(
            select_existe, [](const Row& row) { return row.get<std::string>("id"); }, dossier)
        .has_value();
}

void ajouter_annonce(storage::Writer& db, std::string_view dossier, core::Instant maintenant) {
    db.run(insert_annonce, dossier, maintenant);
}

void ajouter_retenue(storage::Writer& db, const ActeDeGarde& acte) {
    db.run(insert_retenue, secret::identifiant(), acte.dossier, acte.motif, acte.par,
           acte.maintenant);
}

std::int64_t lever_les_retenues(storage::Writer& db, const ActeDeGarde& acte) {
    return db.run(update_retenue, acte.dossier, acte.par, acte.maintenant);
}

void effacer(storage::Writer& db, const ActeDeGarde& acte) {
    // First: without this row the database itself refuses what follows.
    db.run(insert_purge, acte.dossier, acte.motif, acte.par, acte.maintenant);
    for (const auto& effacement : effacements) db.run(effacement, acte.dossier);
    teleservice::effacer_la_fiche(db, acte.dossier);
}

}  // namespace grappe::documents
