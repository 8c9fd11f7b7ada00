// What a person said in committees, signed, declared, asked to be paid, drew of a usage report.
#include "portail/documents/mes_donnees_repository.hpp"

namespace grappe::documents {

std::vector<TablePersonnelle> tables_des_comites() {
    return {{"comites",
             {"donnees.comites", R"(
            SELECT id, appel, fenetre, guichet, tenu_le, cree_le FROM comite
            WHERE cree_par = $1 ORDER BY cree_le)"},
             {"id", "appel", "fenetre", "guichet", "tenu_le", "cree_le"}},
            {"scenarios",
             {"donnees.scenarios", R"(
            SELECT comite, nom, ecrit_le FROM comite_scenario WHERE par = $1 ORDER BY ecrit_le)"},
             {"comite", "nom", "ecrit_le"}},
            {"propositions_calculees",
             {"donnees.propositions", R"(
            SELECT comite, phrase, calculee_le FROM comite_proposition
            WHERE par = $1 ORDER BY calculee_le, comite, numero)"},
             {"comite", "phrase", "calculee_le"}},
            {"avis",
             {"donnees.avis", R"(
            SELECT comite, dossier, avis, recommandations, motif, rendu_le FROM comite_avis
            WHERE par = $1 ORDER BY rendu_le)"},
             {"comite", "dossier", "avis", "recommandations", "motif", "rendu_le"}},
            {"interets",
             {"donnees.interets", R"(
            SELECT comite, organisme, motif, declare_le FROM comite_interet
            WHERE membre = $1 ORDER BY declare_le)"},
             {"comite", "organisme", "motif", "declare_le"}},
            {"votes",
             {"donnees.votes", R"(
            SELECT comite, dossier, avis, rendu_le FROM comite_vote
            WHERE membre = $1 ORDER BY rendu_le)"},
             {"comite", "dossier", "avis", "rendu_le"}},
            {"points_d_attention",
             {"donnees.points", R"(
            SELECT comite, dossier, critere, constat, texte, note_le FROM comite_point
            WHERE par = $1 ORDER BY note_le)"},
             {"comite", "dossier", "critere", "constat", "texte", "note_le"}},
            {"mouvements_d_enveloppe",
             {"donnees.mouvements", R"(
            SELECT genre, dossier, CAST(montant AS TEXT) AS montant, motif, fait_le FROM mouvement
            WHERE par = $1 ORDER BY numero)"},
             {"genre", "dossier", "montant", "motif", "fait_le"}},
            {"portefeuilles",
             {"donnees.portefeuilles", R"(
            SELECT guichet, source, importe_le FROM portefeuille
            WHERE par = $1 ORDER BY importe_le, numero)"},
             {"guichet", "source", "importe_le"}}};
}

std::vector<TablePersonnelle> tables_des_conventions() {
    return {{"conventions",
             {"donnees.conventions", R"(
            SELECT id, dossier, preparee_le FROM convention
            WHERE preparee_par = $1 ORDER BY preparee_le)"},
             {"id", "dossier", "preparee_le"}},
            {"signatures",
             {"donnees.signatures", R"(
            SELECT convention, partie, mode, empreinte, signee_le FROM convention_signature
            WHERE par = $1 ORDER BY signee_le)"},
             {"convention", "partie", "mode", "empreinte", "signee_le"}},
            // Sealed: the last four characters are all that is readable without the house's key.
            {"coordonnees_bancaires",
             {"donnees.coordonnees", R"(
            SELECT convention, fin, posees_le FROM convention_coordonnees
            WHERE par = $1 ORDER BY posees_le)"},
             {"convention", "fin", "posees_le"}},
            {"etats_des_depenses",
             {"donnees.etats_depenses", R"(
            SELECT id, convention, declare_le FROM etat_depenses
            WHERE declare_par = $1 ORDER BY declare_le)"},
             {"id", "convention", "declare_le"}},
            {"visas",
             {"donnees.visas",
              "SELECT etat, vise_le FROM etat_depenses_visa WHERE par = $1 ORDER BY vise_le"},
             {"etat", "vise_le"}},
            {"versements_demandes",
             {"donnees.versements", R"(
            SELECT id, convention, objet, CAST(montant AS TEXT) AS montant, motif, demande_le
            FROM versement WHERE demande_par = $1 ORDER BY demande_le)"},
             {"id", "convention", "objet", "montant", "motif", "demande_le"}},
            {"versements_decides",
             {"donnees.decisions", R"(
            SELECT versement, decision, decide_le FROM versement_decision
            WHERE par = $1 ORDER BY decide_le)"},
             {"versement", "decision", "decide_le"}},
            {"tirages",
             {"donnees.tirages", R"(
            SELECT id, rapport, fait_le FROM usage_tirage WHERE par = $1 ORDER BY fait_le)"},
             {"id", "rapport", "fait_le"}},
            {"preuves_recues",
             {"donnees.preuves", R"(
            SELECT tirage, empreinte, issue, recu_le FROM usage_preuves
            WHERE par = $1 ORDER BY recu_le)"},
             {"tirage", "empreinte", "issue", "recu_le"}}};
}

std::vector<TablePersonnelle> tables_des_avenants() {
    return {{"avenants_prepares",
             {"donnees.avenants", R"(
            SELECT id, convention, motif, prepare_le FROM avenant
            WHERE prepare_par = $1 ORDER BY prepare_le)"},
             {"id", "convention", "motif", "prepare_le"}},
            {"signatures_d_avenants",
             {"donnees.signatures_avenants", R"(
            SELECT avenant, partie, mode, empreinte, signee_le FROM avenant_signature
            WHERE par = $1 ORDER BY signee_le)"},
             {"avenant", "partie", "mode", "empreinte", "signee_le"}},
            {"suites_d_avenants",
             {"donnees.suites_avenants", R"(
            SELECT avenant, issue, motif, fait_le FROM avenant_suite
            WHERE par = $1 ORDER BY fait_le)"},
             {"avenant", "issue", "motif", "fait_le"}},
            {"papiers_signes",
             {"donnees.papiers", R"(
            SELECT id, convention, partie, sha256, depose_le FROM papier_signe
            WHERE par = $1 ORDER BY depose_le, id)"},
             {"id", "convention", "partie", "sha256", "depose_le"}},
            {"recouvrements_demandes",
             {"donnees.recouvrements", R"(
            SELECT id, convention, motif, demande_le FROM recouvrement
            WHERE demande_par = $1 ORDER BY demande_le)"},
             {"id", "convention", "motif", "demande_le"}},
            {"recouvrements_decides",
             {"donnees.decisions_de_recouvrement", R"(
            SELECT recouvrement, decision, decide_le FROM recouvrement_decision
            WHERE par = $1 ORDER BY decide_le)"},
             {"recouvrement", "decision", "decide_le"}},
            {"sommes_rendues",
             {"donnees.retours", R"(
            SELECT recouvrement, recu_le, reference, note_le FROM recouvrement_retour
            WHERE par = $1 ORDER BY note_le)"},
             {"recouvrement", "recu_le", "reference", "note_le"}}};
}

std::vector<TablePersonnelle> tables_des_ordres() {
    return {{"coordonnees_confirmees",
             {"donnees.confirmations", R"(
            SELECT convention, CAST(rang AS TEXT) AS rang, confirmees_le
            FROM convention_confirmation WHERE par = $1 ORDER BY confirmees_le)"},
             {"convention", "rang", "confirmees_le"}},
            {"ordres_de_paiement",
             {"donnees.ordres", R"(
            SELECT id, guichet, CAST(numero AS TEXT) AS numero, emis_le FROM ordre
            WHERE emis_par = $1 ORDER BY emis_le)"},
             {"id", "guichet", "numero", "emis_le"}},
            {"ordres_telecharges",
             {"donnees.remises", R"(
            SELECT ordre, format, remis_le FROM ordre_remise WHERE par = $1 ORDER BY remis_le)"},
             {"ordre", "format", "remis_le"}},
            {"reponses_de_la_banque",
             {"donnees.sorts", R"(
            SELECT versement, sort, motif, note_le FROM versement_sort
            WHERE par = $1 ORDER BY note_le)"},
             {"versement", "sort", "motif", "note_le"}}};
}

std::vector<TablePersonnelle> tables_des_jalons() {
    return {{"jalons",
             {"donnees.jalons", R"(
            SELECT convention, jalon, finess_et, acte, jour, motif, fait_le FROM jalon_fait
            WHERE par = $1 ORDER BY fait_le, convention, numero)"},
             {"convention", "jalon", "finess_et", "acte", "jour", "motif", "fait_le"}}};
}

// Acts of who runs the house.
std::vector<TablePersonnelle> tables_de_la_tenue() {
    return {{"secteurs_changes",
             {"donnees.secteurs", R"(
            SELECT categorie, a_compter_du, motif, fait_le FROM changement_secteur
            WHERE par = $1 ORDER BY fait_le)"},
             {"categorie", "a_compter_du", "motif", "fait_le"}},
            {"invitations_envoyees",
             {"donnees.invitations", R"(
            SELECT membre, cree_le, expire_le, utilisee_le FROM invitation
            WHERE par = $1 ORDER BY cree_le)"},
             {"membre", "cree_le", "expire_le", "utilisee_le"}},
            {"modeles_de_lettre",
             {"donnees.modeles_lettre", R"(
            SELECT genre, objet, corps, ecrite_le FROM lettre_type
            WHERE par = $1 ORDER BY ecrite_le)"},
             {"genre", "objet", "corps", "ecrite_le"}},
            {"retenues",
             {"donnees.retenues", R"(
            SELECT dossier, motif, posee_le, levee_le FROM retenue
            WHERE posee_par = $1 OR levee_par = $1 ORDER BY posee_le)"},
             {"dossier", "motif", "posee_le", "levee_le"}},
            {"purges",
             {"donnees.purges",
              "SELECT dossier, cas, purge_le FROM purge WHERE par = $1 ORDER BY purge_le"},
             {"dossier", "cas", "purge_le"}},
            {"messages_lus",
             {"donnees.lectures", R"(
            SELECT dossier, CAST(numero AS TEXT) AS numero, lue_le FROM message_lecture
            WHERE par = $1 ORDER BY lue_le)"},
             {"dossier", "numero", "lue_le"}},
            {"resumes_en_attente",
             {"donnees.resumes", R"(
            SELECT objet, cree_le FROM courrier_resume WHERE compte = $1 ORDER BY cree_le)"},
             {"objet", "cree_le"}},
            {"connexions_externes",
             {"donnees.openid",
              "SELECT emetteur, lie_le FROM lien_openid WHERE compte = $1 ORDER BY lie_le"},
             {"emetteur", "lie_le"}}};
}

}  // namespace grappe::documents
