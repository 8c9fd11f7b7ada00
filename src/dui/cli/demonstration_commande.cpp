// grappe-dui demonstration: a month of lived data in a fictitious organisation.
#include "cli/dossier_de_donnees.hpp"
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

// What the files of the program's folder tell.
core::Result<demonstration::Recit> recit_de(const Session& session,
                                            const evaluation::Outils& outils,
                                            const demonstration::Armoire& armoire) {
    const auto ici = session.racine + "/donnees/demonstration/";
    auto phrases = demonstration::lire_les_phrases(ici + "transmissions.csv");
    if (!phrases) return phrases.error();
    auto projets = demonstration::lire_les_projets(ici + "projets.csv");
    if (!projets) return projets.error();
    auto activites = demonstration::lire_les_activites(ici + "agenda.csv");
    if (!activites) return activites.error();
    auto evaluations = demonstration::lire_les_bilans(ici + "evaluations.csv");
    if (!evaluations) return evaluations.error();
    auto papiers = demonstration::lire_les_papiers(ici + "documents.csv");
    if (!papiers) return papiers.error();
    auto serafin = serafin_livree(session);
    if (!serafin) return serafin.error();
    return demonstration::Recit{.phrases = *std::move(phrases),
                                .projets = *std::move(projets),
                                .serafin = *std::move(serafin),
                                .activites = *std::move(activites),
                                .evaluations = *std::move(evaluations),
                                .outils = outils,
                                .papiers = *std::move(papiers),
                                .armoire = armoire};
}

void dire(const Session& session, const demonstration::Bilan& bilan) {
    cli::ecrire(session.sortie, session.phrases.rendre("demonstration.bilan",
                                                       {{"etablissements", bilan.etablissements},
                                                        {"unites", bilan.unites},
                                                        {"personnes", bilan.personnes},
                                                        {"projets", bilan.projets},
                                                        {"transmissions", bilan.transmissions},
                                                        {"rendez_vous", bilan.rendez_vous},
                                                        {"evaluations", bilan.evaluations},
                                                        {"documents", bilan.documents},
                                                        {"cercles", bilan.cercles}}) +
                                    "\n");
}

int raconter(const Session& session, const Options& options) {
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    auto ouverte = rejoindre_la_base(session, options.base);
    if (!ouverte) return cli::refuser(session, ouverte.error(), cli::donnees_inutilisables);
    auto base = std::move(std::move(ouverte).value().base);
    const auto donnees = cli::donnees_de(session, options.base.donnees).string();
    const auto coffret = base.read([&](storage::Reader& db) {
        return document::ouvrir_le_coffret(donnees + "/documents", db);
    });
    if (!coffret) return cli::refuser(session, coffret.error(), cli::donnees_inutilisables);
    const auto outils = evaluation::charger(session.racine);
    const auto types = document::Types::charger(session.racine);
    const auto recit = recit_de(session, outils, {types, *coffret});
    if (!recit) return cli::refuser(session, recit.error(), cli::donnees_inutilisables);
    const auto maintenant = (*horloge)();
    annuaire::Annuaire annuaire;
    const auto bilan = demonstration::vivre(base, annuaire, *recit,
                                            {.au = core::paris().day_of(maintenant.seconde()),
                                             .jours = options.jours,
                                             .graine = static_cast<std::uint64_t>(options.graine),
                                             .maintenant = maintenant});
    if (!bilan) return cli::refuser(session, bilan.error(), cli::saisie_illisible);
    dire(session, *bilan);
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
