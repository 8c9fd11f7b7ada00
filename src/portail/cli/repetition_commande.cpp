// grappe-portail appels repeter: a candidate call played on the deposited dossiers of a database.
#include <memory>

#include "cli/base_servie.hpp"
#include "portail/cli/commande.hpp"
#include "portail/cli/regles_publiees.hpp"
#include "portail/publication/versions.hpp"
#include "portail/repetition/rendu.hpp"
#include "portail/socle/contexte.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeBase base;
    std::string candidat, registre;
    std::vector<std::string> dossiers;
    bool json = false, csv = false;
};

int dire_les_defauts(const programme::Appels& appels, const Session& session) {
    for (const auto& defaut : appels.defauts)
        ecrire(session.erreur, programme::phrase(defaut, session.phrases) + "\n");
    return saisie_illisible;
}

repetition::Repetition jouer(const Session& session, const BaseServie& base,
                             const programme::AppelCharge& candidat, socle::Contexte& contexte) {
    publication::Versions versions{contexte.appels()};
    return base.bassin->with([&](storage::Base& ouverte) {
        dire_les_illisibles(session, versions.rejoindre(ouverte));
        const auto moyens = publication::avec(contexte.moyens(), versions);
        return repetition::repeter(ouverte, candidat, {contexte.appels(), moyens});
    });
}

int repeter(const Session& session, const Options& options) {
    if (!est_une_adresse(session, options.registre)) return saisie_illisible;
    programme::Dossiers dossiers{session.racine + "/appels"};
    dossiers.insert(dossiers.end(), options.dossiers.begin(), options.dossiers.end());
    const auto candidat = programme::charger_appel(options.candidat, dossiers);
    if (!candidat.defauts.empty() || candidat.tous.empty())
        return dire_les_defauts(candidat, session);
    const auto base = rejoindre_la_base(session, options.base);
    if (!base) return refuser(session, base.error(), donnees_inutilisables);
    const auto ouverture = socle::ouvrir(
        {.racine = session.racine,
         .appels = options.dossiers,
         .registre = options.registre.empty() ? std::nullopt : std::optional{options.registre},
         .maintenant = session.maintenant},
        session.phrases);
    for (const auto& defaut : ouverture.defauts) ecrire(session.erreur, defaut + "\n");
    if (!ouverture.contexte) return donnees_inutilisables;
    const auto jouee = jouer(session, *base, candidat.tous.front(), *ouverture.contexte);
    ecrire(session.sortie, options.json  ? repetition::en_json(jouee) + "\n"
                           : options.csv ? repetition::en_csv(jouee.repliques, session.phrases)
                                         : repetition::en_texte(jouee, session.phrases));
    return reussi;
}

}  // namespace

void declarer_repetition(Commande& appels) {
    auto& commande = appels.commande("repeter", "cli.repeter");
    const auto options = std::make_shared<Options>();
    commande.option("candidat", options->candidat, "cli.repeter.candidat").requise();
    declarer_options_de_base(commande, options->base);
    commande.option("--appels", options->dossiers, "programme.cli.dossiers")
        .mot("DOSSIER")
        .une_par_nom();
    commande.option("--registre", options->registre, "cli.check.registre").mot("FICHIER|URL");
    commande.drapeau("--json", options->json, "programme.cli.json");
    commande.drapeau("--csv", options->csv, "cli.repeter.csv");
    commande.faire(repeter, options);
}

}  // namespace grappe::cli
