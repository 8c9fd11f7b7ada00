// grappe-dui indicateurs: the usage indicators on a measured day, as known now or in the past.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "dui/cli/acte.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/regle.hpp"
#include "dui/indicateur/tableau.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    std::string au, connu_le, denominateur = "fenetre";
    std::vector<std::string> finess;
    bool json = false;
};

// The options once read.
struct Demande {
    core::Date au;
    std::optional<magasin::Moment> connu_le;
    usage::Denominateur denominateur;
};

core::Result<Demande> lire(const Options& options) {
    const auto invalide = [](const char* code, const std::string& valeur) {
        return core::refuse(core::Reason::invalid, code, valeur);
    };
    const auto au = core::Date::parse(options.au);
    if (!au) return invalide("dui.au_illisible", options.au);
    const auto denominateur = core::named<usage::Denominateur>(options.denominateur);
    if (!denominateur) return invalide("dui.denominateur_inconnu", options.denominateur);
    const auto connu_le = magasin::Moment::parse(options.connu_le);
    if (!options.connu_le.empty() && !connu_le)
        return invalide("dui.connu_le_illisible", options.connu_le);
    return Demande{*au, connu_le, *denominateur};
}

indicateur::Acte acte_de(storage::Reader& db, const Demande& demande) {
    if (!demande.connu_le) return colonnes::toujours - 1;
    return static_cast<indicateur::Acte>(acte_au(db, *demande.connu_le).numero);
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

// "87.50" is read "87,50".
std::string avec_virgule(std::string taux) {
    std::replace(taux.begin(), taux.end(), '.', ',');
    return taux;
}

std::string dire(const Session& session, const indicateur::Resultat& un) {
    const auto nom =
        session.phrases.rendre("dui.indicateur." + std::string{core::name_of(un.indicateur)}, {});
    if (!un.cible)
        return session.phrases.rendre(
            "dui.ligne.compte",
            {{"nom", nom}, {"nombre", un.mesure.numerateur}, {"debut", un.depuis_le_debut}});
    if (!un.mesure.mesurable())
        return session.phrases.rendre("dui.ligne.non_mesurable", {{"nom", nom}});
    const auto taux = avec_virgule(*un.mesure.taux());
    return session.phrases.rendre(*un.atteinte() ? "dui.ligne.atteinte" : "dui.ligne.manquee",
                                  {{"nom", nom},
                                   {"numerateur", un.mesure.numerateur},
                                   {"denominateur", un.mesure.denominateur},
                                   {"taux", std::string_view{taux}},
                                   {"cible", std::int64_t{*un.cible}}});
}

std::string en_francais(const Session& session, const indicateur::Tableau& tableau) {
    auto texte =
        session.phrases.rendre(
            "dui.indicateurs.titre",
            {{"au", tableau.fenetre.fin},
             {"du", tableau.fenetre.debut},
             {"dernier", tableau.fenetre.dernier_jour()},
             {"lecture", session.phrases.rendre(
                             "dui.lecture." + std::string{core::name_of(tableau.lecture)}, {})}}) +
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
    const auto demande = lire(options);
    if (!demande) return cli::refuser(session, demande.error(), cli::saisie_illisible);
    const auto regle = regle_d_usage(session);
    if (!regle) return cli::refuser(session, regle.error(), cli::donnees_inutilisables);
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto acte = ouverte.base.read([&](storage::Reader& db) { return acte_de(db, *demande); });
    const auto parametres = regle->au(demande->au);
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
    commande->add_option("--au", options->au, dit("dui.indicateurs.au"))
        ->type_name("JOUR")
        ->required();
    commande->add_option("--connu-le", options->connu_le, dit("dui.indicateurs.connu_le"))
        ->type_name("INSTANT");
    commande->add_option("--finess", options->finess, dit("dui.indicateurs.finess"))
        ->type_name("ET");
    commande
        ->add_option("--denominateur", options->denominateur, dit("dui.indicateurs.denominateur"))
        ->type_name("LECTURE");
    commande->add_flag("--json", options->json, dit("dui.indicateurs.json"));
    declarer_options_de_base(*commande, session, options->base);
    commande->callback([&session, options] { session.code = mesurer(session, *options); });
}

}  // namespace grappe::dui
