// /tbb: the dashboard TBB.1, made by the program alone, with the figures still at zero.
#include "dui/explication/tbb.hpp"

#include "dui/pages/cadre.hpp"
#include "dui/pages/jauge_vue.hpp"
#include "dui/pages/pages.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using explication::Alimentation;
using garde::Visite;
using page::Vue;

std::string_view classe_de(Alimentation alimentation) {
    switch (alimentation) {
        case Alimentation::alimente:
            return "etat--ouvert";
        case Alimentation::non_alimente:
            return "etat--bloque";
        case Alimentation::sans_activite:
            return "";
    }
    return "";
}

Vue vue_de_la_ligne(const Services& services, const indicateur::Ligne& ligne) {
    const auto controle = explication::controler(ligne);
    Vue::Liste cellules;
    for (const auto& un : ligne.resultats)
        cellules.push_back(Vue{
            {"taux", un.cible ? taux_dit(services, un.mesure) : page::entier(un.mesure.numerateur)},
            {"fraction", un.cible ? fraction_dite(services, un.mesure) : std::string{}},
            {"nul", un.mesure.numerateur == 0}});
    const auto etat = std::string{core::name_of(controle.alimentation)};
    return {{"finess", ligne.finess_et},
            {"cellules", std::move(cellules)},
            {"classe", classe_de(controle.alimentation)},
            {"mot", dire(services, "explication.tbb." + etat)}};
}

http::Response montrer(const Services& services, Visite& visite) {
    const auto voulue = lire_la_mesure(services, visite.requete);
    const auto lue = mesurer(services.mesureur, visite.base, visite.qui().acteur, voulue);
    if (!lue) return refuser(services, lue.error());
    const auto tableau = indicateur::tableau(lue->comptes, lue->lecture);
    Vue::Liste lignes, colonnes;
    for (const auto& une : tableau.etablissements) lignes.push_back(vue_de_la_ligne(services, une));
    for (const auto& [indicateur, nom] : names(usage::Indicateur{}))
        colonnes.push_back(Vue{{"nom", dire(services, "usage.indicateur." + std::string{nom})}});
    auto contenu = vue_de_la_mesure(services, visite.requete.target.path, voulue, *lue);
    contenu.ajouter("colonnes", std::move(colonnes));
    contenu.ajouter("lignes", std::move(lignes));
    contenu.ajouter("total", vue_de_la_ligne(services, tableau.total));
    contenu.ajouter(
        "edition",
        dire(services, "dui.pages.tbb.edition",
             {{"logiciel", services.logiciel.nom + " " + services.logiciel.version},
              {"regle", std::string_view{services.mesureur.regle.version()}},
              {"instant", page::moment(services.mesureur.maintenant(), core::paris())}}));
    return repondre(services,
                    {.gabarit = "tbb",
                     .titre = dire(services, "dui.pages.titre.tbb"),
                     .rubrique = "/indicateurs",
                     .fil = {{"/indicateurs", dire(services, "dui.pages.menu.indicateurs")}}},
                    std::move(contenu));
}

}  // namespace

void ajouter_tbb(const Services& services) {
    ajouter_page(services, {.chemin = "/tbb",
                            .resume = "Tableau de bord TBB.1",
                            .permission = access::Permission::indicateur_lire,
                            .action = [&](Visite& visite) { return montrer(services, visite); }});
}

}  // namespace grappe::dui
