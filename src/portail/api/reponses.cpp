// Writing of refusals.
#include "portail/api/reponses.hpp"

#include <array>

#include "web/garde/garde.hpp"

namespace grappe::api {
namespace {

struct Statut {
    std::string_view code;
    int statut;
};

// What HTTP has a word of its own for; the rest follows its reason.
constexpr auto statuts = std::to_array<Statut>({{"dossier.version_perimee", 412},
                                                {"comite.version_perimee", 412},
                                                {"planning.version_perimee", 412},
                                                {"maturite.version_perimee", 412},
                                                {"convention.version_perimee", 412},
                                                {"ordre.version_perimee", 412},
                                                {"jalon.version_perimee", 412},
                                                {"http.version_requise", 428},
                                                {"http.version_illisible", 400},
                                                {"api.json_invalide", 400},
                                                {"dossier.json", 400},
                                                {"piece.formulaire", 400},
                                                {"message.formulaire", 400},
                                                {"rejeu.cle", 400},
                                                {"piece.suffixe", 415},
                                                {"piece.suffixe_jpeg", 415},
                                                {"piece.contenu", 415},
                                                {"piece.macros", 415},
                                                {"piece.vide", 415},
                                                {"antivirus.virus", 415}});

struct ChampFautif {
    std::string_view code;
    std::string_view champ;
};

// Where a code can be about one field only.
constexpr auto champs = std::to_array<ChampFautif>({{"administration.champ", "chemin"},
                                                    {"administration.motif", "motif"},
                                                    {"administration.sans_valeur", "valeur"},
                                                    {"administration.valeur", "valeur"},
                                                    {"appreciation.decision", "decision"},
                                                    {"appreciation.sans_point", "regle"},
                                                    {"avenant.motif", "motif"},
                                                    {"avenant.trop", "changements"},
                                                    {"avenant.vide", "changements"},
                                                    {"bic.caractere", "bic"},
                                                    {"bic.longueur", "bic"},
                                                    {"comite.appel", "appel"},
                                                    {"comite.avis", "avis"},
                                                    {"comite.constat", "constat"},
                                                    {"comite.critere", "critere"},
                                                    {"comite.dossier", "dossier"},
                                                    {"comite.ecart_sans_motif", "motif"},
                                                    {"comite.enveloppe", "enveloppe"},
                                                    {"comite.fenetre", "fenetre"},
                                                    {"comite.hors_fenetre", "dossier"},
                                                    {"comite.motif", "motif"},
                                                    {"comite.organisme", "organisme"},
                                                    {"comite.portefeuille", "lignes"},
                                                    {"comite.quorum_dit", "quorum"},
                                                    {"comite.rang", "rang"},
                                                    {"comite.rang_pris", "rang"},
                                                    {"comite.rang_sans_attente", "rang"},
                                                    {"comite.recommandations", "recommandations"},
                                                    {"comite.scenario_dossier", "retenus"},
                                                    {"comite.scenario_nom", "nom"},
                                                    {"comite.tenu_le", "tenu_le"},
                                                    {"complements.echeance", "echeance"},
                                                    {"complements.piece", "pieces"},
                                                    {"complements.trop", "pieces"},
                                                    {"complements.vide", "textes"},
                                                    {"convention.forme", "forme"},
                                                    {"coordonnees.titulaire", "titulaire"},
                                                    {"dossier.appel_sans_fichier", "appel"},
                                                    {"enveloppe.genre", "genre"},
                                                    {"enveloppe.montant", "montant"},
                                                    {"enveloppe.vers", "vers"},
                                                    {"exports.genre", "genre"},
                                                    {"iban.caractere", "iban"},
                                                    {"iban.cle", "iban"},
                                                    {"iban.longueur", "iban"},
                                                    {"rib.cle", "iban"},
                                                    {"instruction.instructeur", "instructeur"},
                                                    {"instruction.motif_vide", "motif"},
                                                    {"instruction.texte_vide", "motif"},
                                                    {"instruction.verdict", "verdict"},
                                                    {"jalon.acte", "acte"},
                                                    {"jalon.avant_le_depart", "jour"},
                                                    {"jalon.etablissement", "finess_et"},
                                                    {"jalon.jour", "jour"},
                                                    {"jalon.jour_futur", "jour"},
                                                    {"jalon.motif", "motif"},
                                                    {"jalon.nom", "jalon"},
                                                    {"jalon.prolongation", "jour"},
                                                    {"message.long", "texte"},
                                                    {"message.vide", "texte"},
                                                    {"note.vide", "texte"},
                                                    {"ordre.motif", "motif"},
                                                    {"ordre.sort", "sort"},
                                                    {"ordre.versement", "versements"},
                                                    {"papier.autre_code", "code"},
                                                    {"papier.code", "code"},
                                                    {"papier.code_illisible", "code"},
                                                    {"papier.format", "fichier"},
                                                    {"papier.formulaire", "fichier"},
                                                    {"piece.contenu", "fichier"},
                                                    {"piece.macros", "fichier"},
                                                    {"piece.nom", "fichier"},
                                                    {"piece.organisme", "organisme"},
                                                    {"piece.suffixe", "fichier"},
                                                    {"piece.suffixe_jpeg", "fichier"},
                                                    {"piece.type", "type"},
                                                    {"piece.vide", "fichier"},
                                                    {"portefeuille.source", "source"},
                                                    {"rappel.jours", "jours"},
                                                    {"recevabilite.issue", "issue"},
                                                    {"recouvrement.jour", "recu_le"},
                                                    {"recouvrement.montant", "montant"},
                                                    {"recouvrement.motif", "motif"},
                                                    {"recouvrement.reference", "reference"},
                                                    {"recouvrement.reference_deja", "reference"},
                                                    {"reponse.vide", "texte"},
                                                    {"signature.mode", "mode"},
                                                    {"signature.partie", "partie"},
                                                    {"usages.cle_deja", "cle_publique"},
                                                    {"usages.cle_illisible", "cle_publique"},
                                                    {"usages.dui_sans_nom", "dui"},
                                                    {"usages.tirage_graine", "graine"},
                                                    {"usages.tirage_nombre", "nombre"},
                                                    {"usages.tirage_source", "source"},
                                                    {"versement.a_decider", "montant"},
                                                    {"versement.decision", "decision"},
                                                    {"versement.montant", "montant"},
                                                    {"versement.objet", "objet"}});

}  // namespace

std::string_view champ_de(const core::Refusal& refus) {
    for (const auto& [code, champ] : champs)
        if (code == refus.code) return champ;
    // A form that cannot be read, and a parameter of a list, name their place themselves.
    if (refus.code == "complements.forme" || refus.code == "liste.critere" ||
        refus.code == "comite.forme" || refus.code == "comite.montant_texte" ||
        refus.code == "ordre.forme")
        return refus.detail;
    return {};
}

int statut_de(const core::Refusal& refus) {
    for (const auto& [code, statut] : statuts)
        if (code == refus.code) return statut;
    return garde::statut_de(refus.reason);
}

http::Response refus(const rules::Phrases& phrases, int status, std::string_view code) {
    return http::problem({.status = status, .code = code, .title = phrases.rendre(code, {})});
}

http::Response refus_du_champ(const rules::Phrases& phrases, std::string_view code, Champ champ) {
    auto message = phrases.rendre(code, {{"valeur", champ.valeur}});
    return http::problem({.status = 400,
                          .code = code,
                          .title = message,
                          .fautes = {{.chemin = std::string{champ.chemin},
                                      .code = std::string{code},
                                      .message = message}}});
}

}  // namespace grappe::api
