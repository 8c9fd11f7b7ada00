// /indicateurs: the five gauges of an establishment or of all, and what to do to meet the targets.
#include <algorithm>

#include "dui/explication/phrases_dites.hpp"
#include "dui/explication/plan.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/jauge_vue.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "web/garde/garde.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using garde::Visite;
using page::Vue;

Vue::Liste cellules(const Services& services, const indicateur::Compte& compte,
                    const MesureLue& lue, const MesureVoulue& voulue) {
    Vue::Liste vues;
    for (const auto indicateur : usage::indicateurs_a_cible) {
        const auto mesure = usage::mesure(compte.compteurs, indicateur, lue.lecture.denominateur);
        const auto etat = etat_de(services, mesure, *lue.lecture.parametres.cible(indicateur));
        vues.push_back(Vue{{"adresse", "/indicateurs/" + std::string{core::name_of(indicateur)} +
                                           voulue.question(compte.finess_et)},
                           {"taux", taux_dit(services, mesure)},
                           {"fraction", fraction_dite(services, mesure)},
                           {"classe", etat.classe},
                           {"mot", etat.mot}});
    }
    return vues;
}

Vue::Liste etablissements(const Services& services, const MesureLue& lue,
                          const MesureVoulue& voulue) {
    Vue::Liste vues;
    for (const auto& compte : lue.comptes)
        vues.push_back(Vue{{"finess", compte.finess_et},
                           {"adresse", "/indicateurs" + voulue.question(compte.finess_et)},
                           {"cellules", cellules(services, compte, lue, voulue)}});
    return vues;
}

Vue::Liste passages(const Services& services, const usage::Compteurs& somme) {
    using enum usage::Compteur;
    const auto vue = [&](const char* code, usage::Compteur dans, usage::Compteur depuis) {
        return Vue{{"nom", dire(services, code)},
                   {"nombre", page::entier(somme[dans])},
                   {"depuis", page::entier(somme[depuis])}};
    };
    return {vue("usage.indicateur.eprescription", eprescription, eprescription_depuis_le_debut),
            vue("usage.indicateur.eparcours", eparcours, eparcours_depuis_le_debut)};
}

Vue plan(const Services& services, Visite& visite, const MesureLue& lue,
         const MesureVoulue& voulue) {
    const auto lus =
        explication::dossiers_lus(lue.colonnes, voulue.finess, lue.acte, lue.lecture.fenetre);
    core::ensure(lus.has_value(), "an establishment that was counted");
    const explication::Etude etude{*lus, lue.lecture};
    const auto plan = explication::planifier(etude);
    std::vector<std::string_view> ids;
    for (const auto& un : plan.dossiers) ids.push_back(un.juge->lu->personne);
    const auto noms = noms_a_montrer(visite, lue, voulue.finess, ids);
    Vue::Liste dossiers;
    for (const auto& un : plan.dossiers) {
        Vue::Liste gestes;
        for (const auto geste : un.gestes)
            gestes.push_back(Vue{{"geste", explication::dit(geste, services.phrases)}});
        dossiers.push_back(noms.vue(un.juge->lu->personne).ajouter("gestes", std::move(gestes)));
    }
    Vue::Liste hors;
    for (const auto un : plan.hors_d_atteinte)
        hors.push_back(
            Vue{{"nom", dire(services, "usage.indicateur." + std::string{core::name_of(un)})}});
    return {{"rien", dossiers.empty() && plan.messages == 0 && hors.empty()},
            {"dossiers", std::move(dossiers)},
            {"hors", std::move(hors)},
            {"messages", plan.messages == 0 ? std::string{}
                                            : dire(services, "explication.plan.messages",
                                                   {{"nombre", plan.messages}})}};
}

http::Response montrer(const Services& services, Visite& visite) {
    const auto voulue = lire_la_mesure(services, visite.requete);
    auto mesuree = mesurer(services.mesureur, visite.base, visite.qui().acteur, voulue);
    if (!mesuree) return refuser(services, mesuree.error());
    auto lue = std::move(mesuree).value();
    relever_les_semaines(lue, services.mesureur);
    const auto somme = lue.somme();
    Vue::Liste jauges;
    for (const auto indicateur : usage::indicateurs_a_cible)
        jauges.push_back(vue_de_la_jauge(services, indicateur, somme, lue)
                             .ajouter("adresse", "/indicateurs/" +
                                                     std::string{core::name_of(indicateur)} +
                                                     voulue.question(voulue.finess)));
    auto contenu = vue_de_la_mesure(services, visite.requete.target.path, voulue, lue);
    contenu.ajouter("vide", lue.comptes.empty());
    contenu.ajouter("jauges", std::move(jauges));
    contenu.ajouter("passages", passages(services, somme));
    contenu.ajouter("plusieurs", voulue.finess.empty() && !lue.comptes.empty());
    contenu.ajouter("etablissements", etablissements(services, lue, voulue));
    contenu.ajouter("plan",
                    voulue.finess.empty() ? Vue{false} : plan(services, visite, lue, voulue));
    contenu.ajouter("tbb", "/tbb" + voulue.question(voulue.finess));
    contenu.ajouter("preuve", "/preuve" + voulue.question(voulue.finess));
    return repondre(services,
                    {.gabarit = "indicateurs",
                     .titre = dire(services, "dui.pages.titre.indicateurs"),
                     .rubrique = "/indicateurs"},
                    std::move(contenu));
}

}  // namespace

void ajouter_indicateurs(const Services& services) {
    ajouter_page(services, {.chemin = "/indicateurs",
                            .resume = "Indicateurs d'usage",
                            .permission = access::Permission::indicateur_lire,
                            .action = [&](Visite& visite) { return montrer(services, visite); }});
}

}  // namespace grappe::dui
