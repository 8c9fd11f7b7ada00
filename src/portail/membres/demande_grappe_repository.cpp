// Every SQL statement about requests for a grappe.
#include "portail/membres/demande_grappe_repository.hpp"

namespace grappe::membres {
namespace {

using storage::Statement, storage::Row;

constexpr Statement insert_demande{"demande_grappe.ajouter", R"(
    INSERT INTO demande_grappe (id, compte, structure, couloir, heures, contact, finess, essms,
                                dui, editeur, contact_editeur, grappe, region, etat, faite_le,
                                motif, dossier)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', $16))"};
constexpr Statement select_une{"demande_grappe.trouver", R"(
    SELECT id, compte, structure, couloir, heures, contact, finess, essms, dui, editeur,
           contact_editeur, grappe, region, etat, faite_le, motif, dossier
    FROM demande_grappe WHERE id = $1)"};
constexpr Statement select_du_compte{"demande_grappe.du_compte", R"(
    SELECT id, compte, structure, couloir, heures, contact, finess, essms, dui, editeur,
           contact_editeur, grappe, region, etat, faite_le, motif, dossier
    FROM demande_grappe WHERE compte = $1 ORDER BY faite_le DESC, id)"};
constexpr Statement select_de_la_region{"demande_grappe.de_la_region", R"(
    SELECT id, compte, structure, couloir, heures, contact, finess, essms, dui, editeur,
           contact_editeur, grappe, region, etat, faite_le, motif, dossier
    FROM demande_grappe WHERE region = $1 AND (dossier = '' OR EXISTS
        (SELECT 1 FROM dossier d WHERE d.id = demande_grappe.dossier AND d.statut = 'brouillon'
             AND d.compte = demande_grappe.compte
             AND NOT EXISTS (SELECT 1 FROM succession s
                             WHERE s.dossier = d.id AND s.close_le IS NULL)))
    ORDER BY faite_le DESC, id)"};
constexpr Statement select_toutes{"demande_grappe.toutes", R"(
    SELECT id, compte, structure, couloir, heures, contact, finess, essms, dui, editeur,
           contact_editeur, grappe, region, etat, faite_le, motif, dossier
    FROM demande_grappe ORDER BY faite_le DESC, id)"};
constexpr Statement update_suite{"demande_grappe.traiter", R"(
    UPDATE demande_grappe SET etat = $2, motif = $3, traitee_par = $4, traitee_le = $5
    WHERE id = $1)"};
constexpr Statement insert_accord{"rapprochement.accepter", R"(
    INSERT INTO rapprochement (demande, autre, accepte_le) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING)"};
constexpr Statement select_accord{"rapprochement.trouver", R"(
    SELECT accepte_le FROM rapprochement WHERE demande = $1 AND autre = $2)"};

DemandeGrappe lire(const Row& row) {
    return {.id = row.get<std::string>("id"),
            .compte = row.get<std::string>("compte"),
            .structure = row.get<std::string>("structure"),
            .couloir = row.get<std::string>("couloir"),
            .heures = row.get<std::string>("heures"),
            .contact = row.get<std::string>("contact"),
            .finess = row.get<std::string>("finess"),
            .essms = row.get<int>("essms"),
            .dui = row.get<std::string>("dui"),
            .editeur = row.get<std::string>("editeur"),
            .contact_editeur = row.get<std::string>("contact_editeur"),
            .grappe = row.get<std::string>("grappe"),
            .region = row.get<std::string>("region"),
            .etat = row.get<EtatDeDemande>("etat"),
            .faite_le = row.get<core::Instant>("faite_le"),
            .motif = row.get<std::string>("motif"),
            .dossier = row.get<std::string>("dossier")};
}

}  // namespace

void ajouter(storage::Writer& db, const DemandeGrappe& demande) {
    db.run(insert_demande, demande.id, demande.compte, demande.structure, demande.couloir,
           demande.heures, demande.contact, demande.finess, demande.essms, demande.dui,
           demande.editeur, demande.contact_editeur, demande.grappe, demande.region, demande.etat,
           demande.faite_le, demande.dossier);
}

std::optional<DemandeGrappe> trouver_demande(storage::Reader& db, std::string_view id) {
    return db.one(select_une, lire, id);
}

std::vector<DemandeGrappe> demandes_du_compte(storage::Reader& db, std::string_view compte) {
    return db.all(select_du_compte, lire, compte);
}

std::vector<DemandeGrappe> demandes_de_la_region(storage::Reader& db, std::string_view region) {
    return db.all(select_de_la_region, lire, region);
}

std::vector<DemandeGrappe> toutes_les_demandes(storage::Reader& db) {
    return db.all(select_toutes, lire);
}

void noter_la_suite(storage::Writer& db, const DemandeGrappe& demande, std::string_view par,
                    core::Instant maintenant) {
    db.run(update_suite, demande.id, demande.etat, demande.motif, par, maintenant);
}

bool noter_l_accord(storage::Writer& db, const Choix& choix, core::Instant maintenant) {
    return db.run(insert_accord, choix.demande, choix.autre, maintenant) == 1;
}

bool a_accepte(storage::Reader& db, const Choix& choix) {
    return db
        .one(
            select_accord, [](const Row& row) { return row.get<std::string>("accepte_le"); },
            choix.demande, choix.autre)
        .has_value();
}

}  // namespace grappe::membres
