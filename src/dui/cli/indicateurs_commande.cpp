// grappe-dui indicateurs: the usage indicators on a measured day, as known now or in the past.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/mesure_dite.hpp"
#include "cli/regles_livrees.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/mesure_demandee.hpp"
#include "dui/indicateur/tableau.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    OptionsDeMesure mesure;
    std::vector<std::string> finess;
    bool json = false;
};

indicateur::Acte acte_de(storage::Reader& db, const MesureDemandee& demande) {
    if (!demande.connu_le) return colonnes::toujours - 1;
    return static_cast<indicateur::Acte>(magasin::enregistrement_au(db, *demande.connu_le).numero);
}

// Those asked for, all of them when none is named. Code "dui.finess_inconnu".
core::Result<std::vector<indicateur::Compte>> choisir(std::vector<indicateur::Compte> comptes,
                                                      const std::vector<std::string>& voulus) {
    for (const auto& voulu : voulus)
        if (std::none_of(comptes.begin(), comptes.end(),
                         [&](const auto& compte) { return compte.finess_et == voulu; }))
            return core::refuse(core::Reason::not_found, "dui.finess_inconnu", voulu);
    if (!voulus.empty())
        std::erase_if(comptes, [&](const auto& compte) {
            return std::find(voulus.begin(), voulus.end(), compte.finess_et) == voulus.end();
        });
    return comptes;
}

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
    const auto acte = ouverte.base.read([&](storage::Reader& db) { return acte_de(db, *demande); });
    const auto parametres = regle.au(demande->au);
    const auto fenetre = usage::fenetre_de(demande->au, parametres.fenetre_en_mois);
    auto comptes =
        choisir(indicateur::compter(colonnes_a_jour(ouverte), indicateur::Bornes{fenetre}, acte),
                options.finess);
    if (!comptes) return cli::refuser(session, comptes.error(), cli::saisie_illisible);
    const auto tableau = indicateur::tableau(
        *comptes,
        {.fenetre = fenetre, .parametres = parametres, .denominateur = demande->denominateur});
    cli::ecrire(session.sortie,
                options.json ? indicateur::en_json(tableau) : en_francais(session, tableau));
    return cli::reussi;
}

}  // namespace

void declarer_indicateurs(CLI::App& programme, cli::Session& session) {
    const auto dit = [&](const char* code) { return session.phrases.rendre(code, {}); };
    auto* commande = programme.add_subcommand("indicateurs", dit("dui.indicateurs"));
    const auto options = std::make_shared<Options>();
    declarer_options_de_mesure(*commande, session, options->mesure);
    commande->add_option("--finess", options->finess, dit("dui.indicateurs.finess"))
        ->type_name("ET");
    commande->add_flag("--json", options->json, dit("dui.indicateurs.json"));
    declarer_options_de_base(*commande, session, options->base);
    commande->callback([&session, options] { session.code = mesurer(session, *options); });
}

}  // namespace grappe::dui
