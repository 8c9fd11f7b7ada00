// grappe-dui tbb: the dashboard TBB.1, made by the program alone, with the figures still at zero.

#include "cli/mesure_dite.hpp"
#include "cli/regles_livrees.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/mesure_faite.hpp"
#include "dui/explication/tbb.hpp"

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
    auto dite = cli::mesure_dite({un.indicateur, mesure, un.cible}, session.phrases);
    if (un.mesure.numerateur == 0) dite += session.phrases.rendre("explication.tbb.nul", {});
    return dite;
}

void ajouter(std::string& texte, const Session& session, const indicateur::Ligne& ligne) {
    const auto titre =
        ligne.finess_et.empty()
            ? session.phrases.rendre("dui.total", {})
            : session.phrases.rendre("dui.etablissement",
                                     {{"finess", std::string_view{ligne.finess_et}}});
    const auto etat = std::string{core::name_of(explication::controler(ligne).alimentation)};
    texte +=
        "\n" + titre + "\u00a0: " + session.phrases.rendre("explication.tbb." + etat, {}) + "\n";
    for (const auto& un : ligne.resultats) texte += "  " + dire(session, un) + "\n";
}

std::string en_francais(const Session& session, const indicateur::Tableau& tableau,
                        const explication::Edition& edition) {
    auto texte =
        session.phrases.rendre("explication.tbb.titre",
                               {{"au", tableau.fenetre.fin},
                                {"du", tableau.fenetre.debut},
                                {"dernier", tableau.fenetre.dernier_jour()},
                                {"lecture", cli::lecture_dite(tableau.lecture, session.phrases)}}) +
        "\n" +
        session.phrases.rendre("explication.tbb.edition",
                               {{"logiciel", std::string_view{edition.logiciel}},
                                {"version", std::string_view{edition.version}},
                                {"regle", std::string_view{edition.regle}}}) +
        "\n";
    for (const auto& ligne : tableau.etablissements) ajouter(texte, session, ligne);
    ajouter(texte, session, tableau.total);
    return texte;
}

int dresser(const Session& session, const Options& options) {
    const auto demande = lire(options.mesure);
    if (!demande) return cli::refuser(session, demande.error(), cli::saisie_illisible);
    const auto horloge = horloge_de(options.base);
    if (!horloge) return cli::refuser(session, horloge.error(), cli::saisie_illisible);
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto ici = mesures(ouverte, *demande, cli::regles_livrees(session).back());
    const auto tableau = mesurer(ici, options.finess);
    if (!tableau) return cli::refuser(session, tableau.error(), cli::saisie_illisible);
    const explication::Edition edition{.logiciel = std::string{nom_du_logiciel},
                                       .version = std::string{version_du_logiciel},
                                       .regle = ici.regle.version(),
                                       .produit_le = (*horloge)().seconde()};
    cli::ecrire(session.sortie, options.json ? explication::en_json(*tableau, edition)
                                             : en_francais(session, *tableau, edition));
    return cli::reussi;
}

}  // namespace

void declarer_tbb(cli::Commande& programme) {
    auto& commande = programme.commande("tbb", "dui.tbb");
    const auto options = std::make_shared<Options>();
    declarer_options_de_mesure(commande, options->mesure);
    commande.option("--finess", options->finess, "dui.indicateurs.finess").mot("ET");
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    declarer_options_de_base(commande, options->base);
    commande.faire(dresser, options);
}

}  // namespace grappe::dui
