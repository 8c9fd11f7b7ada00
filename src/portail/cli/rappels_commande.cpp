// grappe-portail rappels envoyer: the reminders that are due, as the server sends them each hour.

#include "cli/base_servie.hpp"
#include "identity/preference_courrier.hpp"
#include "portail/cli/commande.hpp"
#include "portail/comite/reveil.hpp"
#include "portail/jalons/echeances.hpp"
#include "portail/socle/contexte.hpp"
#include "portail/socle/portail.hpp"
#include "portail/teleservice/rappel.hpp"
#include "referentiels/mots_usuels.hpp"

namespace grappe::cli {
namespace {

struct Options {
    OptionsDeBase base;
    std::vector<std::string> appels;
    std::string horloge, adresse_publique = "http://localhost:8080";
};

int compter(const Session& session, int envoyes) {
    ecrire(session.sortie,
           session.phrases.rendre("cli.rappels.envoyes",
                                  {{"nombre", static_cast<std::int64_t>(envoyes)}}) +
               "\n");
    return reussi;
}

int envoyer(const Session& session, const Options& options) {
    auto maintenant = session.maintenant;
    if (!options.horloge.empty()) {
        const auto lue = core::Instant::parse(options.horloge);
        if (!lue)
            return refuser(session, core::refuse(core::Reason::invalid, "rappel.horloge"),
                           saisie_illisible);
        maintenant = *lue;
    }
    const auto portail = ouvrir_la_base(session, options.base);
    if (!portail) return refuser(session, portail.error(), donnees_inutilisables);
    const auto ouverture = socle::ouvrir({.racine = session.racine,
                                          .appels = options.appels,
                                          .registre = std::nullopt,
                                          .maintenant = maintenant},
                                         session.phrases);
    for (const auto& defaut : ouverture.defauts) ecrire(session.erreur, defaut + "\n");
    auto usuels = referentiels::charger_mots_usuels(session.racine + "/donnees");
    if (!ouverture.contexte || !usuels) return donnees_inutilisables;
    auto& service = ouverture.contexte->registre();
    const auto registre = service.en_memoire(std::move(usuels).value());
    const auto regles =
        socle::moyens_du_serveur(registre, ouverture.contexte->appels(),
                                 {service.territoires(), service.categories()}, session.phrases);
    const teleservice::Moyens moyens{.regles = regles,
                                     .adresse_publique = options.adresse_publique,
                                     .reel = core::Instant::now()};
    return compter(session, portail->bassin->with([&](storage::Base& base) {
        identity::envoyer_les_resumes(base,
                                      {.phrases = session.phrases,
                                       .adresse_publique = options.adresse_publique,
                                       .reel = moyens.reel},
                                      maintenant);
        return teleservice::envoyer_les_rappels(base, moyens, maintenant) +
               jalons::envoyer_les_rappels(base, moyens, maintenant) +
               comite::envoyer_les_reveils(base, moyens, maintenant);
    }));
}

}  // namespace

void declarer_rappels(Commande& programme) {
    const auto options = std::make_shared<Options>();
    auto& rappels = programme.commande("rappels", "cli.rappels");
    auto& envoi = rappels.commande("envoyer", "cli.rappels.envoyer");
    declarer_options_de_base(envoi, options->base);
    envoi.option("--appels", options->appels, "cli.servir.appels").mot("DOSSIER").une_par_nom();
    envoi.option("--horloge", options->horloge, "cli.servir.horloge").mot("INSTANT");
    envoi.option("--adresse-publique", options->adresse_publique, "cli.servir.adresse_publique")
        .mot("URL")
        .defaut_dit();
    envoi.faire(envoyer, options);
}

}  // namespace grappe::cli
