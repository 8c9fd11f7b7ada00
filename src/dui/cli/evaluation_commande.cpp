// grappe-dui evaluation: the scales that are shipped, and an evaluation read from a file.
#include "core/json_text.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/dits.hpp"
#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/comparaison.hpp"
#include "dui/evaluation/evaluation_json.hpp"
#include "fichiers/racine.hpp"
#include "saisie/lecture_json.hpp"

namespace grappe::dui {
namespace {

using cli::Session;
using evaluation::Evaluation;
using evaluation::Outils;
using evaluation::Resultat;

struct Options {
    std::string fichier, avec;
    bool json = false;
};

struct Lue {
    Evaluation evaluation;
    Resultat resultat;
};

// Nothing: its faults were told.
std::optional<Lue> lire(const Session& session, const Outils& outils, const std::string& chemin) {
    const auto texte = fichiers::lire_fichier(chemin, saisie::octets_de_json + 1);
    if (!texte) {
        cli::refuser(session, core::refuse(core::Reason::invalid, "dui.fichier_illisible", chemin),
                     cli::saisie_illisible);
        return std::nullopt;
    }
    auto lue = evaluation::lire_evaluation(
        *texte, {outils.grilles, core::paris().day_of(session.maintenant)});
    if (const auto* fautes = std::get_if<saisie::Fautes>(&lue)) {
        std::string dites;
        for (const auto& une : *fautes) dites += saisie::phrase(une, session.phrases) + "\n";
        cli::ecrire(session.erreur, dites);
        return std::nullopt;
    }
    auto& une = std::get<Evaluation>(lue);
    auto resultat = evaluation::resulter(*outils.grille(une.grille), outils.bareme, une);
    return Lue{std::move(une), std::move(resultat)};
}

std::string json_du_resultat(const Lue& lue) {
    const auto& resultat = lue.resultat;
    std::string manquent;
    for (const auto* une : resultat.manquent)
        manquent += (manquent.empty() ? "" : ",") + core::json_text(une->cle);
    return std::string{"{\"sorte\":"} + core::json_text(core::name_of(resultat.sorte)) +
           ",\"valeur\":" + (resultat.valeur ? std::to_string(*resultat.valeur) : "null") +
           ",\"calcule\":" + (resultat.calcule ? "true" : "false") +
           ",\"rang\":" + (resultat.gir ? std::to_string(resultat.gir->rang) : "null") +
           ",\"manquent\":[" + manquent + "]}";
}

int examiner(const Session& session, const Options& options) {
    const auto outils = evaluation::charger(session.racine);
    const auto une = lire(session, outils, options.fichier);
    const auto autre = options.avec.empty() ? std::nullopt : lire(session, outils, options.avec);
    if (!une || (!options.avec.empty() && !autre)) return cli::saisie_illisible;
    const auto& grille = *outils.grille(une->evaluation.grille);
    const auto trace = phrases_de(session, evaluation::expliquer(grille, une->resultat));
    std::vector<std::string> changements;
    if (autre) {
        const auto compares = evaluation::comparer(grille, {une->evaluation, une->resultat},
                                                   {autre->evaluation, autre->resultat});
        if (!compares) return cli::refuser(session, compares.error(), cli::saisie_illisible);
        changements = phrases_de(session, *compares);
    }
    if (options.json)
        cli::ecrire(session.sortie, "{\"evaluation\":" + evaluation::en_json(une->evaluation) +
                                        ",\"resultat\":" + json_du_resultat(*une) +
                                        ",\"trace\":" + liste_json(trace) +
                                        ",\"changements\":" + liste_json(changements) + "}\n");
    else
        cli::ecrire(session.sortie,
                    grille.titre + "\n" + en_lignes(trace) + en_lignes(changements));
    return cli::reussi;
}

int lister(const Session& session, const Options&) {
    const auto outils = evaluation::charger(session.racine);
    std::string texte;
    for (const auto& une : outils.grilles)
        texte += une.cle + "  " + une.titre + "\n    " + une.source + "\n";
    cli::ecrire(session.sortie, texte);
    return cli::reussi;
}

}  // namespace

void declarer_evaluation(cli::Commande& programme) {
    auto& evaluation = programme.commande("evaluation", "dui.evaluation");
    const auto options = std::make_shared<Options>();
    evaluation.commande("grilles", "dui.evaluation.grilles").faire(lister, options);
    auto& commande = evaluation.commande("examiner", "dui.evaluation.examiner");
    commande.option("fichier", options->fichier, "dui.evaluation.fichier").requise();
    commande.option("--avec", options->avec, "dui.evaluation.avec").mot("FICHIER");
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    commande.faire(examiner, options);
}

}  // namespace grappe::dui
