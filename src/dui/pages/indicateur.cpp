// /indicateurs/{code}: of one indicator and one establishment, who counts, who does not and why.
#include <algorithm>
#include <map>

#include "dui/explication/filtre.hpp"
#include "dui/explication/phrases_dites.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/jauge_vue.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"

namespace grappe::dui {
namespace {

using explication::DossierExplique;
using explication::Filtre;
using explication::Place;
using garde::Visite;
using page::Vue;

constexpr std::size_t lignes_par_page = 400;

Filtre filtre_de(const http::Request& requete, const explication::Explication& une) {
    const auto place = core::named<Place>(requete.query("place").value_or(""));
    const bool manque = Filtre{Place::manque, std::nullopt}.combien(une) > 0;
    return {.place = place.value_or(manque ? Place::manque : Place::compte),
            .motif = core::named<usage::Motif>(requete.query("motif").value_or(""))};
}

class Page {
public:
    Page(const Services& services, const MesureVoulue& voulue, const Noms& noms,
         usage::Indicateur indicateur)
        : services_{services},
          noms_{noms},
          indicateur_{indicateur},
          adresse_{"/indicateurs/" + std::string{core::name_of(indicateur)} +
                   voulue.question(voulue.finess)} {}

    Vue::Liste places(const explication::Explication& une, const Filtre& filtre) const {
        Vue::Liste vues;
        for (const auto& [place, nom] : names(Place{})) {
            const auto nombre = Filtre{place, std::nullopt}.combien(une);
            vues.push_back(Vue{{"nombre", nombre},
                               {"nom", dire(services_, "dui.pages.place." + std::string{nom},
                                            {{"nombre", nombre}})},
                               {"adresse", adresse_ + "&place=" + std::string{nom}},
                               {"courante", place == filtre.place && !filtre.motif}});
        }
        return vues;
    }

    // The reasons of those shown, the most frequent first.
    Vue::Liste motifs(const explication::Explication& une, const Filtre& filtre) const {
        std::map<usage::Motif, std::int64_t> nombres;
        for (const auto& un : une.dossiers)
            if (un.place == filtre.place)
                for (const auto& obstacle : un.obstacles) ++nombres[obstacle.motif()];
        std::vector<std::pair<std::int64_t, usage::Motif>> ranges;
        for (const auto& [motif, nombre] : nombres) ranges.emplace_back(-nombre, motif);
        std::sort(ranges.begin(), ranges.end());
        Vue::Liste vues;
        for (const auto& [moins, motif] : ranges) {
            const std::string nom{core::name_of(motif)};
            vues.push_back(
                Vue{{"nom", dire(services_, "usage.motif." + nom)},
                    {"nombre", -moins},
                    {"adresse", adresse_ + "&place=" + std::string{core::name_of(*filtre.place)} +
                                    "&motif=" + nom},
                    {"courant", filtre.motif == motif}});
        }
        return vues;
    }

    Vue::Liste lignes(const explication::Explication& une, const Filtre& filtre) const {
        Vue::Liste vues;
        for (const auto& un : une.dossiers)
            if (filtre.retient(un) && !un.juge->lu->personne.empty() &&
                vues.size() < lignes_par_page)
                vues.push_back(ligne(un));
        return vues;
    }

private:
    Vue ligne(const DossierExplique& un) const {
        Vue::Liste raisons, gestes;
        for (const auto& obstacle : un.obstacles)
            for (const auto& raison : obstacle.raisons)
                raisons.push_back(Vue{{"raison", explication::dite(raison, services_.phrases)}});
        for (const auto geste : un.gestes)
            gestes.push_back(Vue{{"geste", explication::dit(geste, services_.phrases)}});
        auto vue = noms_.vue(un.juge->lu->personne);
        vue.ajouter("raisons", std::move(raisons));
        vue.ajouter("gestes", std::move(gestes));
        vue.ajouter("apport", indicateur_ == usage::Indicateur::mssante && un.apport > 0
                                  ? dire(services_, "dui.pages.messages", {{"nombre", un.apport}})
                                  : std::string{});
        return vue;
    }

    const Services& services_;
    const Noms& noms_;
    usage::Indicateur indicateur_;
    std::string adresse_;
};

std::string messages_sans_nom(const Services& services, const explication::Explication& une,
                              const Filtre& filtre) {
    for (const auto& un : une.dossiers)
        if (un.juge->lu->personne.empty() && filtre.retient(un) && un.apport > 0)
            return dire(services, "explication.sans_nom", {{"nombre", un.apport}});
    return {};
}

Vue ouvrir(const Services& services, Visite& visite, const MesureLue& lue,
           usage::Indicateur indicateur) {
    const auto& voulue = lue.voulue;
    const auto lus =
        explication::dossiers_lus(lue.colonnes, voulue.finess, lue.acte, lue.lecture.fenetre);
    core::ensure(lus.has_value(), "an establishment that was counted");
    const explication::Etude etude{*lus, lue.lecture};
    const auto une = explication::expliquer(etude, indicateur);
    const auto filtre = filtre_de(visite.requete, une);
    std::vector<std::string_view> ids;
    for (const auto& un : une.dossiers)
        if (filtre.retient(un) && !un.juge->lu->personne.empty() && ids.size() < lignes_par_page)
            ids.push_back(un.juge->lu->personne);
    const auto noms = noms_a_montrer(visite, lue, voulue.finess, ids);
    const Page page{services, voulue, noms, indicateur};
    const auto retenus = filtre.combien(une);
    const auto montres = static_cast<std::int64_t>(ids.size());
    auto lignes = page.lignes(une, filtre);
    return {{"places", page.places(une, filtre)},
            {"motifs", page.motifs(une, filtre)},
            {"titre_de_la_liste",
             dire(services, "dui.pages.place." + std::string{core::name_of(*filtre.place)},
                  {{"nombre", retenus}})},
            {"a_motifs", filtre.place != Place::compte},
            {"vide", lignes.empty()},
            {"lignes", std::move(lignes)},
            {"sans_nom", messages_sans_nom(services, une, filtre)},
            {"tronquee", retenus > montres && montres == std::int64_t{lignes_par_page}
                             ? dire(services, "dui.pages.tronquee", {{"nombre", montres}})
                             : std::string{}}};
}

Vue::Liste a_choisir(const Services& services, const MesureLue& lue, usage::Indicateur indicateur) {
    Vue::Liste vues;
    for (const auto& compte : lue.comptes) {
        const auto mesure = usage::mesure(compte.compteurs, indicateur, lue.lecture.denominateur);
        const auto etat = etat_de(services, mesure, *lue.lecture.parametres.cible(indicateur));
        vues.push_back(Vue{{"finess", compte.finess_et},
                           {"adresse", "/indicateurs/" + std::string{core::name_of(indicateur)} +
                                           lue.voulue.question(compte.finess_et)},
                           {"fraction", fraction_dite(services, mesure)},
                           {"taux", taux_dit(services, mesure)},
                           {"classe", etat.classe},
                           {"mot", etat.mot}});
    }
    return vues;
}

http::Response montrer(const Services& services, Visite& visite) {
    const auto nomme = core::named<usage::Indicateur>(visite.requete.path("code"));
    const bool mesurable =
        nomme && std::find(usage::indicateurs_a_cible.begin(), usage::indicateurs_a_cible.end(),
                           *nomme) != usage::indicateurs_a_cible.end();
    if (!mesurable)
        return refuser(services, core::refuse(core::Reason::not_found, "dui.indicateur_inconnu",
                                              std::string{visite.requete.path("code")}));
    auto mesuree = mesurer(services.mesureur, visite.base, visite.qui().acteur,
                           lire_la_mesure(services, visite.requete));
    if (!mesuree) return refuser(services, mesuree.error());
    auto lue = std::move(mesuree).value();
    relever_les_semaines(lue, services.mesureur);
    auto& voulue = lue.voulue;
    if (voulue.finess.empty() && lue.comptes.size() == 1)
        voulue.finess = lue.comptes.front().finess_et;
    const bool un_seul = !voulue.finess.empty();
    auto contenu = vue_de_la_mesure(services, visite.requete.target.path, voulue, lue);
    contenu.ajouter("jauge", vue_de_la_jauge(services, *nomme, lue.somme(), lue));
    contenu.ajouter("ouvert", un_seul ? ouvrir(services, visite, lue, *nomme) : Vue{false});
    contenu.ajouter("plusieurs", !un_seul);
    contenu.ajouter("etablissements", un_seul ? Vue::Liste{} : a_choisir(services, lue, *nomme));
    return repondre(
        services,
        {.gabarit = "indicateur",
         .titre = dire(services, "usage.indicateur." + std::string{core::name_of(*nomme)}),
         .rubrique = "/indicateurs",
         .fil = {{"/indicateurs", dire(services, "dui.pages.menu.indicateurs")}}},
        std::move(contenu));
}

}  // namespace

void ajouter_indicateur(const Services& services) {
    ajouter_page(services, {.chemin = "/indicateurs/{code}",
                            .resume = "Un indicateur, dossier par dossier",
                            .permission = access::Permission::indicateur_lire,
                            .action = [&](Visite& visite) { return montrer(services, visite); }});
}

}  // namespace grappe::dui
