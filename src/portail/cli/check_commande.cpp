// grappe-portail check: reads one dossier, judges it, writes the answer as text or as JSON.
#include <memory>

#include "fichiers/racine.hpp"
#include "portail/certificat/confrontation.hpp"
#include "portail/certificat/recalcul.hpp"
#include "portail/cli/commande.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/analyse_texte.hpp"
#include "portail/socle/contexte.hpp"

namespace grappe::cli {
namespace {

enum class Forme { texte, json };

struct Options {
    std::string fichier;
    std::string appel, registre;
    std::vector<std::string> appels;
    bool json = false, confronter = false;
};

std::optional<std::string> donnee(const std::string& texte) {
    return texte.empty() ? std::nullopt : std::optional{texte};
}

// A call that the command names is mended there, and may stand in a folder of its own.
rendu::FauteDite dire(const dossier::Faute& faute, const Options& options,
                      const rules::Phrases& phrases) {
    auto dite = rendu::dire(faute, phrases);
    if (faute.code != "dossier.appel_inconnu") return dite;
    if (!options.appel.empty()) dite.ou = "--appel";
    dite.remede += " " + phrases.rendre("cli.check.appel_d_ailleurs", {});
    return dite;
}

int dire_les_fautes(const Options& options, const std::vector<dossier::Faute>& fautes,
                    const Session& session) {
    std::string sortie;
    const auto fichier = options.fichier == "-" ? session.phrases.rendre("cli.entree_standard", {})
                                                : options.fichier;
    for (const auto& faute : fautes) {
        const auto dite = dire(faute, options, session.phrases);
        sortie += session.phrases.rendre(dite.ou.empty() ? "cli.faute" : "cli.faute_ou",
                                         {{"fichier", std::string_view{fichier}},
                                          {"ou", std::string_view{dite.ou}},
                                          {"defaut", std::string_view{dite.defaut}},
                                          {"remede", std::string_view{dite.remede}}});
        sortie += '\n';
    }
    ecrire(session.erreur, sortie);
    return saisie_illisible;
}

int dire_les_defauts(const std::vector<std::string>& defauts, const Session& session) {
    for (const auto& defaut : defauts) ecrire(session.erreur, defaut + "\n");
    return donnees_inutilisables;
}

int refuser(const Session& session, const char* code, const std::string& fichier) {
    ecrire(session.erreur,
           session.phrases.rendre(code, {{"fichier", std::string_view{fichier}}}) + "\n");
    return saisie_illisible;
}

int repondre(const socle::Verifie& verifie, Forme forme, const Session& session) {
    const auto sujet = verifie.sujet(session.phrases);
    ecrire(session.sortie,
           forme == Forme::json ? rendu::analyse_json(sujet) + "\n" : rendu::analyse_texte(sujet));
    return reussi;
}

// As typed: a call or a register of this side, in place of what a certificate carries.
bool nomme_les_siens(const Options& options) {
    return !options.appel.empty() || !options.appels.empty() || !options.registre.empty();
}

int juger(const Options& options, const std::string& texte, const Session& session) {
    if (!est_une_adresse(session, options.registre)) return saisie_illisible;
    const auto impose = donnee(options.appel);
    const auto ouverture = socle::ouvrir({.racine = session.racine,
                                          .appels = options.appels,
                                          .appel = impose ? impose : dossier::appel_ecrit(texte),
                                          .registre = donnee(options.registre),
                                          .maintenant = session.maintenant},
                                         session.phrases);
    if (!ouverture.contexte) return dire_les_defauts(ouverture.defauts, session);
    for (const auto& note : ouverture.contexte->appels().notes)
        ecrire(session.erreur, session.phrases.rendre(note.code, note.faits) + "\n");

    const auto verification = socle::verifier(texte, impose, ouverture.contexte->moyens());
    if (!verification.verifie) return dire_les_fautes(options, verification.fautes, session);
    return repondre(*verification.verifie, options.json ? Forme::json : Forme::texte, session);
}

int recalculer(const Options& options, const std::string& texte, const Session& session) {
    const auto certificat = certificat::lire(texte);
    if (!certificat) return cli::refuser(session, certificat.error(), saisie_illisible);
    if (nomme_les_siens(options)) return juger(options, certificat->entree, session);
    const auto donnees = session.racine + "/donnees";
    const auto territoires = referentiels::charger_territoires(donnees);
    const auto categories = referentiels::charger_categories(donnees);
    if (!territoires) return cli::refuser(session, territoires.error(), donnees_inutilisables);
    if (!categories) return cli::refuser(session, categories.error(), donnees_inutilisables);
    const certificat::Recalcul recalcul{*certificat, {*territoires, *categories}, session.phrases};
    const auto* verifie = recalcul.verification().verifie.get();
    const auto accord = certificat::confronter(
        {.fichier = texte,
         .certificat = *certificat,
         .recalcul = verifie ? certificat::octets(*verifie, session.phrases) : std::string{},
         .territoires = certificat::empreinte(*territoires)},
        session.phrases);
    if (options.confronter || !accord.concorde)
        ecrire(options.confronter ? session.sortie : session.erreur, accord.phrase + "\n");
    if (options.confronter) return accord.concorde ? reussi : donnees_inutilisables;
    if (!verifie) return dire_les_fautes(options, recalcul.verification().fautes, session);
    return repondre(*verifie, options.json ? Forme::json : Forme::texte, session);
}

// One byte more than what can be read, so that the reader says that it is too long.
std::size_t octets_a_lire(std::string_view debut) {
    return (certificat::est_un_certificat(debut) ? certificat::octets_max : dossier::octets_max) +
           1;
}

int check(const Options& options, const Session& session) {
    if (options.confronter && nomme_les_siens(options))
        return cli::refuser(session,
                            core::refuse(core::Reason::invalid, "cli.check.confronter_seul"),
                            saisie_illisible);
    const auto texte = fichiers::lire_fichier(options.fichier, octets_a_lire);
    if (!texte) return refuser(session, "cli.fichier_illisible", options.fichier);
    if (certificat::est_un_certificat(*texte)) return recalculer(options, *texte, session);
    if (options.confronter) return refuser(session, "cli.check.pas_un_certificat", options.fichier);
    return juger(options, *texte, session);
}

}  // namespace

void declarer_check(Commande& programme) {
    auto& commande = programme.commande("check", "cli.check");
    const auto options = std::make_shared<Options>();
    commande.option("dossier", options->fichier, "cli.check.dossier").requise();
    commande.option("--appel", options->appel, "cli.check.appel").mot("ID");
    commande.option("--appels", options->appels, "cli.check.appels").mot("DOSSIER").une_par_nom();
    commande.option("--registre", options->registre, "cli.check.registre").mot("FICHIER|URL");
    commande.drapeau("--json", options->json, "cli.check.json");
    commande.drapeau("--confronter", options->confronter, "cli.check.confronter");
    commande.faire([options](const Session& session) { return check(*options, session); });
}

}  // namespace grappe::cli
