// Every SQL statement of a person's own export. Numbers are read as texts: nothing is computed.
#include "portail/documents/mes_donnees_repository.hpp"

namespace grappe::documents {

namespace {

std::vector<TablePersonnelle> tables_du_compte() {
    return {
        {"compte",
         {"donnees.compte", R"(
            SELECT id, courriel, nom, prenom, role, region, cree_le, ferme_le
            FROM compte WHERE id = $1)"},
         {"id", "courriel", "nom", "prenom", "role", "region", "cree_le", "ferme_le"}},
        {"second_facteur",
         {"donnees.second_facteur", "SELECT etat, ajoute_le FROM second_facteur WHERE compte = $1"},
         {"etat", "ajoute_le"}},
        {"sessions",
         {"donnees.sessions", R"(
            SELECT appareil, ouverte_le, vue_le, expire_le FROM session_ouverte
            WHERE compte = $1 ORDER BY ouverte_le)"},
         {"appareil", "ouverte_le", "vue_le", "expire_le"}},
        {"liens_par_courriel",
         {"donnees.jetons",
          "SELECT objet, courriel, expire_le, utilise_le FROM jeton WHERE compte = $1"},
         {"objet", "courriel", "expire_le", "utilise_le"}},
        // Not their texts: one that waits holds a link that opens the account.
        {"courriers",
         {"donnees.courriers", R"(
            SELECT destinataire, objet, cree_le, etat, envoye_le FROM courrier
            WHERE destinataire = (SELECT courriel FROM compte WHERE id = $1) ORDER BY cree_le)"},
         {"destinataire", "objet", "cree_le", "etat", "envoye_le"}}};
}

std::vector<TablePersonnelle> tables_des_dossiers() {
    return {
        {"dossiers",
         {"donnees.dossiers", R"(
            SELECT d.id, d.appel, d.statut, d.cree_le, d.modifie_le, d.guichet FROM dossier d
            WHERE d.compte = $1 AND NOT EXISTS (
                SELECT 1 FROM succession s WHERE s.dossier = d.id AND s.close_le IS NULL)
            ORDER BY d.cree_le)"},
         {"id", "appel", "statut", "cree_le", "modifie_le", "guichet"}},
        {"contenus",
         {"donnees.contenus", R"(
            SELECT v.dossier, CAST(v.version AS TEXT) AS version, v.contenu, v.ecrit_le
            FROM dossier_version v JOIN dossier d ON d.id = v.dossier
            WHERE d.compte = $1 AND NOT EXISTS (
                SELECT 1 FROM succession s WHERE s.dossier = d.id AND s.close_le IS NULL)
            ORDER BY v.dossier, v.version)"},
         {"dossier", "version", "contenu", "ecrit_le"}},
        {"pieces",
         {"donnees.pieces", R"(
            SELECT dossier, id, type, nom, sha256, CAST(taille AS TEXT) AS taille, etat, depose_le,
                   retire_le
            FROM piece WHERE depose_par = $1 ORDER BY depose_le)"},
         {"dossier", "id", "type", "nom", "sha256", "taille", "etat", "depose_le", "retire_le"}},
        {"depots",
         {"donnees.depots", R"(
            SELECT dossier, numero, depose_le, financeur, empreinte, recepisse FROM depot
            WHERE depose_par = $1 ORDER BY depose_le)"},
         {"dossier", "numero", "depose_le", "financeur", "empreinte", "recepisse"}}};
}

std::vector<TablePersonnelle> tables_des_actes() {
    return {
        {"changements_d_etat",
         {"donnees.passages", R"(
            SELECT dossier, acte, avant, apres, fait_le, motif FROM dossier_passage
            WHERE par = $1 ORDER BY fait_le)"},
         {"dossier", "acte", "avant", "apres", "fait_le", "motif"}},
        {"plannings",
         {"donnees.plannings", "SELECT dossier, ecrit_le FROM planning WHERE ecrit_par = $1"},
         {"dossier", "ecrit_le"}},
        {"exports",
         {"donnees.exports", R"(
            SELECT id, genre, objet, etat, nom, demande_le, perime_le FROM exportation
            WHERE compte = $1 ORDER BY demande_le)"},
         {"id", "genre", "objet", "etat", "nom", "demande_le", "perime_le"}},
        {"membre_de",
         {"donnees.membre", R"(
            SELECT dossier, role, finess_ej, courriel, invite_le, accepte_le, retire_le FROM membre
            WHERE compte = $1 ORDER BY invite_le)"},
         {"dossier", "role", "finess_ej", "courriel", "invite_le", "accepte_le", "retire_le"}},
        {"accords",
         {"donnees.accords", R"(
            SELECT part, empreinte, donne_le, fini_le, fin FROM accord
            WHERE donne_par = $1 ORDER BY donne_le)"},
         {"part", "empreinte", "donne_le", "fini_le", "fin"}},
        {"messages",
         {"donnees.messages",
          "SELECT dossier, cote, texte, ecrit_le FROM message WHERE par = $1 ORDER BY ecrit_le"},
         {"dossier", "cote", "texte", "ecrit_le"}},
        {"verdicts",
         {"donnees.verdicts", R"(
            SELECT dossier, piece, verdict, motif, texte, rendu_le FROM verdict
            WHERE par = $1 ORDER BY rendu_le)"},
         {"dossier", "piece", "verdict", "motif", "texte", "rendu_le"}},
        {"instructions_nationales",
         {"donnees.instructions_nationales", R"(
            SELECT dossier, acte, motif, fait_le FROM instruction_nationale
            WHERE par = $1 ORDER BY fait_le)"},
         {"dossier", "acte", "motif", "fait_le"}},
        {"notes",
         {"donnees.notes",
          "SELECT dossier, texte, ecrite_le FROM note WHERE par = $1 ORDER BY ecrite_le"},
         {"dossier", "texte", "ecrite_le"}},
        {"journal",
         {"donnees.journal", R"(
            SELECT instant, acte, objet, issue, detail FROM journal
            WHERE acteur = $1 OR objet = 'compte:' || $1 ORDER BY numero)"},
         {"instant", "acte", "objet", "issue", "detail"}}};
}

// What a person answered of a body's information system, wrote to a desk, was written, asked.
std::vector<TablePersonnelle> tables_des_ecrits() {
    return {{"maturite",
             {"donnees.maturite", R"(
            SELECT m.dossier, m.organisme, m.ecrit_le, r.code, r.valeur FROM maturite m
            LEFT JOIN maturite_reponse r ON r.dossier = m.dossier AND r.organisme = m.organisme
            WHERE m.ecrit_par = $1 ORDER BY m.dossier, m.organisme, r.code)"},
             {"dossier", "organisme", "ecrit_le", "code", "valeur"}},
            {"reponses",
             {"donnees.reponses", R"(
            SELECT dossier, CAST(version AS TEXT) AS version, texte, faite_le FROM reponse
            WHERE par = $1 ORDER BY faite_le)"},
             {"dossier", "version", "texte", "faite_le"}},
            // Those that a porteur received, and those that an instructor sent.
            {"lettres",
             {"donnees.lettres", R"(
            SELECT l.dossier, l.genre, l.objet, l.corps, l.ecrite_le FROM lettre l
            JOIN dossier d ON d.id = l.dossier
            WHERE l.par = $1 OR (d.compte = $1 AND NOT EXISTS (
                SELECT 1 FROM succession s WHERE s.dossier = d.id AND s.close_le IS NULL))
            ORDER BY l.ecrite_le)"},
             {"dossier", "genre", "objet", "corps", "ecrite_le"}},
            {"demandes_de_grappe",
             {"donnees.demandes_grappe", R"(
            SELECT id, structure, couloir, heures, contact, finess, dui, editeur, contact_editeur,
                   grappe, region, etat, faite_le, motif FROM demande_grappe
            WHERE compte = $1 ORDER BY faite_le)"},
             {"id", "structure", "couloir", "heures", "contact", "finess", "dui", "editeur",
              "contact_editeur", "grappe", "region", "etat", "faite_le", "motif"}},
            {"cles_d_usage",
             {"donnees.cles_usage", R"(
            SELECT dui, cle, posee_le FROM usage_cle WHERE compte = $1 ORDER BY posee_le, dui)"},
             {"dui", "cle", "posee_le"}},
            {"rapports_d_usage",
             {"donnees.rapports_usage", R"(
            SELECT id, nature, empreinte, au, recu_le FROM usage_rapport
            WHERE compte = $1 ORDER BY recu_le)"},
             {"id", "nature", "empreinte", "au", "recu_le"}},
            {"successions",
             {"donnees.successions", R"(
            SELECT dossier, courriel, cree_le, close_le FROM succession
            WHERE compte = $1 OR ancien = $1 OR par = $1 ORDER BY cree_le)"},
             {"dossier", "courriel", "cree_le", "close_le"}},
            {"interventions",
             {"donnees.interventions", R"(
            SELECT dossier, genre, objet, avant, apres, motif, faite_le FROM intervention
            WHERE par = $1 ORDER BY faite_le)"},
             {"dossier", "genre", "objet", "avant", "apres", "motif", "faite_le"}}};
}

// Deadlines that were recalled, and how a person set its screens.
std::vector<TablePersonnelle> tables_des_reglages() {
    return {{"rappels",
             {"donnees.rappels", R"(
            SELECT objet, echeance, CAST(jours AS TEXT) AS jours, envoye_le FROM rappel
            WHERE compte = $1 ORDER BY envoye_le, objet)"},
             {"objet", "echeance", "jours", "envoye_le"}},
            {"rappels_choisis",
             {"donnees.rappels_choisis", "SELECT jours FROM rappel_preference WHERE compte = $1"},
             {"jours"}},
            {"courriels_choisis",
             {"donnees.courriels_choisis",
              "SELECT regime, choisi_le FROM courrier_preference WHERE compte = $1"},
             {"regime", "choisi_le"}},
            // Its address is a secret.
            {"calendrier",
             {"donnees.calendrier", "SELECT cree_le FROM calendrier WHERE compte = $1"},
             {"cree_le"}},
            {"bureau",
             {"donnees.bureau", "SELECT colonnes, requete FROM bureau WHERE compte = $1"},
             {"colonnes", "requete"}},
            {"bureau_filtres",
             {"donnees.bureau_filtres",
              "SELECT nom, requete FROM bureau_filtre WHERE compte = $1 ORDER BY nom"},
             {"nom", "requete"}}};
}

// What an instructor decided and asked.
std::vector<TablePersonnelle> tables_de_l_examen() {
    return {{"demandes",
             {"donnees.demandes", R"(
            SELECT dossier, textes, echeance, faite_le, close_le FROM demande
            WHERE par = $1 ORDER BY faite_le)"},
             {"dossier", "textes", "echeance", "faite_le", "close_le"}},
            {"appreciations",
             {"donnees.appreciations", R"(
            SELECT dossier, regle, objet, decision, motif, rendue_le FROM appreciation
            WHERE par = $1 ORDER BY rendue_le)"},
             {"dossier", "regle", "objet", "decision", "motif", "rendue_le"}},
            {"recevabilites",
             {"donnees.recevabilites", R"(
            SELECT dossier, issue, motif, decidee_le FROM recevabilite
            WHERE par = $1 ORDER BY decidee_le)"},
             {"dossier", "issue", "motif", "decidee_le"}},
            {"affectations",
             {"donnees.affectations", R"(
            SELECT dossier, instructeur, faite_le FROM affectation
            WHERE par = $1 OR instructeur = $1 ORDER BY faite_le)"},
             {"dossier", "instructeur", "faite_le"}}};
}

}  // namespace

const std::vector<TablePersonnelle>& tables_personnelles() {
    static const auto toutes = [] {
        auto tables = tables_du_compte();
        for (auto& suite : {tables_des_dossiers(), tables_des_actes(), tables_des_ecrits(),
                            tables_des_reglages(), tables_de_l_examen(), tables_des_comites(),
                            tables_des_conventions(), tables_des_avenants(), tables_des_ordres(),
                            tables_des_jalons(), tables_de_la_tenue()})
            tables.insert(tables.end(), suite.begin(), suite.end());
        return tables;
    }();
    return toutes;
}

std::vector<RangeePersonnelle> rangees_personnelles(storage::Reader& db,
                                                    const TablePersonnelle& table,
                                                    std::string_view compte) {
    return db.all(
        table.lecture,
        [&](const storage::Row& row) {
            RangeePersonnelle rangee;
            for (const auto colonne : table.colonnes)
                rangee.push_back(row.get<std::optional<std::string>>(colonne));
            return rangee;
        },
        compte);
}

}  // namespace grappe::documents
