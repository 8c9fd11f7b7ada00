// grappe-dui indicateurs: the usage indicators on a measured day, as known now or in the past.

#include "cli/mesure_dite.hpp"
#include "cli/regles_livrees.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/mesure_demandee.hpp"
#include "dui/cli/mesure_faite.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    OptionsDeMesure mesure;
    std::vector<std::string> finess;
    bool json = false;
};

std::string dire(const Session& session, const indicateur::Resultat& un) {
    auto mesure = un.mesure;
    if (!un.cible) mesure.denominateur = un.depuis_le_debut;
    return cli::mesure_dite({un.indicateur, mesure, un.cible}, session.phrases);
}

std::string en_francais(const Session& session, const indicateur::Tableau& tableau) {
    auto texte =
        session.phrases.rendre("dui.indicateurs.titre",
                               {{"au", tableau.fenetre.fin},
                                {"du", tableau.fenetre.debut},
                                {"dernier", tableau.fenetre.dernier_jour()},
                                {"lecture", cli::lecture_dite(tableau.lecture, session.phrases)}}) +
        "\n";
    const auto ajouter = [&](const std::string& titre, const indicateur::Ligne& ligne) {
        texte += "\n" + titre + "\n";
        for (const auto& un : ligne.resultats) texte += "  " + dire(session, un) + "\n";
    };
    for (const auto& ligne : tableau.etablissements)
        ajouter(session.phrases.rendre("dui.etablissement",
                                       {{"finess", std::string_view{ligne.finess_et}}}),
                ligne);
    ajouter(session.phrases.rendre("dui.total", {}), tableau.total);
    return texte;
}

int mesurer(const Session& session, const Options& options) {
    const auto demande = lire(options.mesure);
    if (!demande) return cli::refuser(session, demande.error(), cli::saisie_illisible);
    const auto regle = cli::regles_livrees(session).back();
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto tableau = mesurer(mesures(ouverte, *demande, regle), options.finess);
    if (!tableau) return cli::refuser(session, tableau.error(), cli::saisie_illisible);
    cli::ecrire(session.sortie,
                options.json ? indicateur::en_json(*tableau) : en_francais(session, *tableau));
    return cli::reussi;
}

}  // namespace

void declarer_indicateurs(cli::Commande& programme) {
    auto& commande = programme.commande("indicateurs", "dui.indicateurs");
    const auto options = std::make_shared<Options>();
    declarer_options_de_mesure(commande, options->mesure);
    commande.option("--finess", options->finess, "dui.indicateurs.finess").mot("ET");
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    declarer_options_de_base(commande, options->base);
    commande.faire(mesurer, options);
}

}  // namespace grappe::dui
