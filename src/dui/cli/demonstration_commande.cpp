// grappe-dui demonstration: a month of lived data in a fictitious organisation.
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/nomenclatures_livrees.hpp"
#include "dui/demonstration/vecu.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    int jours = 30, graine = 1;
};

int raconter(const Session& session, const Options& options) {
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    const auto phrases = demonstration::lire_les_phrases(
        session.racine + "/donnees/demonstration/transmissions.csv");
    if (!phrases) return cli::refuser(session, phrases.error(), cli::donnees_inutilisables);
    const auto projets =
        demonstration::lire_les_projets(session.racine + "/donnees/demonstration/projets.csv");
    if (!projets) return cli::refuser(session, projets.error(), cli::donnees_inutilisables);
    const auto serafin = serafin_livree(session);
    if (!serafin) return cli::refuser(session, serafin.error(), cli::donnees_inutilisables);
    auto ouverte = rejoindre_la_base(session, options.base);
    if (!ouverte) return cli::refuser(session, ouverte.error(), cli::donnees_inutilisables);
    auto base = std::move(ouverte).value();
    const auto maintenant = (*horloge)();
    const auto seconde = maintenant.seconde();
    annuaire::Annuaire annuaire;
    const auto bilan = demonstration::vivre(base.base, annuaire, {*phrases, *projets, *serafin},
                                            {.au = core::paris().day_of(seconde),
                                             .jours = options.jours,
                                             .graine = static_cast<std::uint64_t>(options.graine),
                                             .maintenant = maintenant});
    if (!bilan) return cli::refuser(session, bilan.error(), cli::saisie_illisible);
    cli::ecrire(session.sortie, session.phrases.rendre("demonstration.bilan",
                                                       {{"etablissements", bilan->etablissements},
                                                        {"unites", bilan->unites},
                                                        {"personnes", bilan->personnes},
                                                        {"projets", bilan->projets},
                                                        {"transmissions", bilan->transmissions}}) +
                                    "\n");
    return cli::reussi;
}

}  // namespace

void declarer_demonstration(cli::Commande& programme) {
    auto& commande = programme.commande("demonstration", "dui.demonstration");
    const auto options = std::make_shared<Options>();
    declarer_options_de_base(commande, options->base);
    commande.option("--jours", options->jours, "dui.demonstration.jours").entre(1, 366);
    commande.option("--graine", options->graine, "dui.demonstration.graine").entre(1, 1'000'000);
    commande.faire(raconter, options);
}

}  // namespace grappe::dui
