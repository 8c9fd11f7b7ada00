// The values of the page of a rehearsal.
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/regles/regles.hpp"
#include "portail/repetition/raisons.hpp"
#include "portail/repetition/rendu.hpp"

namespace grappe::regles {
namespace {

using page::Vue;
using repetition::Compte, repetition::Replique, repetition::Repetition;

// What one page shows: the CSV holds the rest.
constexpr std::size_t lignes_max = 200;

std::string_view classe_de(core::Money ecart) {
    if (ecart > core::Money{}) return "gain";
    return ecart < core::Money{} ? "perte" : "egal";
}

Vue vue_du_compte(const std::string& nom, const Compte& compte, const rules::Phrases& phrases) {
    return {{"nom", nom},
            {"dossiers", pages::entier(compte.dossiers)},
            {"gagnants", pages::entier(compte.gagnants)},
            {"perdants", pages::entier(compte.perdants)},
            {"avant", repetition::montant_en_mots(compte.avant, phrases)},
            {"apres", repetition::montant_en_mots(compte.apres, phrases)},
            {"ecart", rendu::ecart_en_francais(compte.ecart())},
            {"classe", classe_de(compte.ecart())}};
}

template <class E>
Vue::Liste options(const Regles& regles, std::string_view debut, E choisi) {
    Vue::Liste vues;
    for (const auto& [valeur, nom] : names(E{}))
        vues.push_back(
            Vue{{"valeur", nom},
                {"libelle", pages::dire(regles.services, std::string{debut} + std::string{nom})},
                {"choisi", valeur == choisi}});
    return vues;
}

Vue::Liste guichets(const Repetition& jouee, const Choix& choix) {
    Vue::Liste vues;
    for (const auto& [nom, compte] : jouee.bilan.par_guichet)
        vues.push_back(Vue{{"valeur", nom}, {"libelle", nom}, {"choisi", nom == choix.guichet}});
    return vues;
}

Vue vue_de(const Replique& une, std::string_view racine, const rules::Phrases& phrases) {
    Vue::Liste raisons;
    for (const auto& raison : une.raisons) raisons.push_back(Vue{{"phrase", raison}});
    return {{"numero", une.numero},
            {"porteur", une.porteur.empty() ? une.numero : une.porteur},
            {"lien", std::string{racine} + une.dossier},
            {"guichet", une.financeur},
            {"statut", core::name_of(une.statut)},
            {"statut_mots",
             phrases.rendre("bureau.statut." + std::string{core::name_of(une.statut)}, {})},
            {"issue_avant", repetition::issue_en_mots(une.avant.issue, phrases)},
            {"issue_apres", repetition::issue_en_mots(une.apres.issue, phrases)},
            {"issue_change", une.avant.issue != une.apres.issue},
            {"avant", repetition::montant_en_mots(une.avant.total, phrases)},
            {"apres", repetition::montant_en_mots(une.apres.total, phrases)},
            {"ecart", rendu::ecart_en_francais(une.ecart())},
            {"classe", classe_de(une.ecart())},
            {"a_raisons", une.change()},
            {"raisons", std::move(raisons)}};
}

Vue::Liste vues_des_valeurs(const Regles& regles, const Repetition& jouee) {
    const auto rien = pages::dire(regles.services, "repetition.sans_valeur");
    Vue::Liste vues;
    for (const auto& valeur : jouee.valeurs)
        vues.push_back(Vue{{"chemin", valeur.chemin},
                           {"avant", valeur.avant.empty() ? rien : valeur.avant},
                           {"apres", valeur.apres.empty() ? rien : valeur.apres},
                           {"source", valeur.source}});
    return vues;
}

Vue::Liste vues_des_tables(const Regles& regles, const Repetition& jouee) {
    const auto& phrases = regles.portail.phrases;
    Vue::Liste par_guichet, par_secteur;
    for (const auto& [nom, compte] : jouee.bilan.par_guichet)
        par_guichet.push_back(vue_du_compte(nom, compte, phrases));
    for (const auto& [secteur, code] : names(referentiels::Secteur{})) {
        const auto& compte = jouee.bilan.par_secteur.at(static_cast<std::size_t>(secteur));
        if (compte.dossiers > 0)
            par_secteur.push_back(vue_du_compte(
                pages::etiquette(phrases, "tableau.secteur." + std::string{code}, code), compte,
                phrases));
    }
    Vue::Liste tables;
    tables.push_back(Vue{{"id", "guichets"},
                         {"titre", pages::dire(regles.services, "regles.par_guichet")},
                         {"axe", pages::dire(regles.services, "regles.guichet")},
                         {"lignes", std::move(par_guichet)}});
    tables.push_back(Vue{{"id", "secteurs"},
                         {"titre", pages::dire(regles.services, "regles.par_secteur")},
                         {"axe", pages::dire(regles.services, "regles.secteur")},
                         {"lignes", std::move(par_secteur)}});
    return tables;
}

}  // namespace

void ajouter_le_resultat(const Regles& regles, const Repetition& jouee, const Choix& choix,
                         std::pair<std::string_view, Vue*> vers) {
    const auto& phrases = regles.portail.phrases;
    auto& vue = *vers.second;
    const auto& bilan = jouee.bilan;
    const auto lignes = choisies(jouee.repliques, choix);
    Vue::Liste vues;
    for (std::size_t rang = 0; rang < std::min(lignes.size(), lignes_max); ++rang)
        vues.push_back(vue_de(lignes[rang], vers.first, phrases));
    auto valeurs = vues_des_valeurs(regles, jouee);
    vue.ajouter("portee", repetition::portee_en_mots(jouee, phrases));
    vue.ajouter("tout", vue_du_compte("", bilan.tout, phrases));
    vue.ajouter("changes", pages::entier(bilan.changes));
    vue.ajouter("devenus_irrecevables", pages::entier(bilan.devenus_irrecevables));
    vue.ajouter("devenus_recevables", pages::entier(bilan.devenus_recevables));
    vue.ajouter("a_valeurs", !valeurs.empty());
    vue.ajouter("valeurs", std::move(valeurs));
    vue.ajouter("a_dossiers", bilan.tout.dossiers > 0);
    vue.ajouter("tables", vues_des_tables(regles, jouee));
    vue.ajouter("filtres", options(regles, "regles.filtre.", choix.filtre));
    vue.ajouter("tris", options(regles, "regles.tri.", choix.tri));
    vue.ajouter("guichets", guichets(jouee, choix));
    vue.ajouter("aucune_ligne", lignes.empty());
    vue.ajouter("compte", pages::dire(regles.services, "regles.compte",
                                      {{"nombre", static_cast<std::int64_t>(lignes.size())}}));
    vue.ajouter("coupe", lignes.size() > lignes_max
                             ? pages::dire(regles.services, "regles.coupe",
                                           {{"nombre", static_cast<std::int64_t>(lignes_max)}})
                             : std::string{});
    vue.ajouter("lignes", std::move(vues));
}

}  // namespace grappe::regles
