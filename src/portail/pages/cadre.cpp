// The frame of every page.
#include "portail/pages/cadre.hpp"

#include <algorithm>
#include <array>

#include "core/ensure.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/registre_mots.hpp"
#include "web/page/entourage.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

using page::Entree;

constexpr std::array<Entree, 5> menu{{{"/", "pages.menu.accueil"},
                                      {"/simulateur", "pages.menu.simulateur"},
                                      {"/appels", "pages.menu.appels"},
                                      {"/etablissements", "pages.menu.etablissements"},
                                      {"/tableau", "pages.menu.tableau"}}};
constexpr std::array<Entree, 4> liens_du_pied{
    {{"/plan-du-site", "page.commun.plan_du_site"},
     {"/accessibilite", "page.page_bas.accessibilite_non_auditee"},
     {"/mentions-legales", "page.commun.mentions_legales"},
     {"/donnees-personnelles", "page.commun.donnees_personnelles"}}};

Vue::Liste pied(const Services& services, std::string_view registre_au) {
    return {Vue{{"texte", dire(services, "page.page_bas.logiciel_libre_instance_de")}},
            Vue{{"texte", dire(services, "page.page_bas.donnees_finess_drees_ans_insee_ign",
                               {{"registre_au", registre_au}})}}};
}

std::string horloge(const Services& services) {
    if (services.horloge == socle::Horloge::reelle) return {};
    return moment(services.maintenant(), core::paris());
}

}  // namespace

Etape etape(const Services& services, std::string_view adresse) {
    struct Titre {
        std::string_view adresse, code;
    };
    constexpr auto titres = std::to_array<Titre>({{"/dossiers", "espace.titre.dossiers"},
                                                  {"/parts", "membre.titre.parts"},
                                                  {"/soutiens", "soutien.titre"},
                                                  {"/bureau", "bureau.titre.boite"},
                                                  {"/compte", "pages.titre.compte"}});
    const auto titre = std::ranges::find(titres, adresse, &Titre::adresse);
    core::ensure(titre != titres.end(), "a step of the path has its title");
    return {titre->adresse, dire(services, titre->code)};
}

std::string rendre(const Services& services, const Page& page, Vue contenu) {
    const auto date = services.registre.date();
    const auto registre_au = rendu::registre_au(date, services.phrases);
    contenu.ajouter("registre_au", registre_au);
    contenu.ajouter("registre_du", rendu::registre_du(date, services.phrases));
    page::entourer(contenu, page,
                   {.version_des_actifs = services.actifs.version(),
                    .menu = menu,
                    .horloge = horloge(services),
                    .devise = dire(services, "page.page_haut.devise"),
                    .pied = pied(services, registre_au),
                    .mention = dire(services, "page.page_bas.code_sous_licence_eupl_1_2_donnees"),
                    .liens_du_pied = liens_du_pied},
                   services.phrases);
    return services.gabarits.rendre(page.gabarit, contenu);
}

http::Response repondre(const Services& services, const Page& page, Vue contenu) {
    return http::Response::html(rendre(services, page, std::move(contenu)));
}

void ajouter_page(http::Routes& routes, std::string_view chemin, std::string_view resume,
                  http::Handler rendre_la_page) {
    routes.add({.method = http::Method::get,
                .path = chemin,
                .summary = resume,
                .handler = std::move(rendre_la_page),
                .answers = "text/html",
                .permission = http::everybody});
}

std::string dire(const Services& services, std::string_view code) {
    return services.phrases.rendre(code, {});
}

std::string dire(const Services& services, std::string_view code, const rules::Faits& faits) {
    return services.phrases.rendre(code, faits);
}

std::string nom_de_region(const referentiels::Territoires& territoires, std::string_view code) {
    const auto* ars = territoires.ars_de_region(code);
    if (ars == nullptr) return std::string{code};
    constexpr std::string_view debut{"ARS "};
    return ars->libelle.starts_with(debut) ? ars->libelle.substr(debut.size()) : ars->libelle;
}

Vue::Liste vues_des_cartes(const Services& services, const std::vector<page::Repere>& reperes) {
    Vue::Liste cartes;
    for (auto& cadre : page::dessiner(services.contours, reperes)) {
        const auto nombre = static_cast<std::int64_t>(cadre.reperes);
        cartes.push_back(
            Vue{{"titre", std::move(cadre.titre)},
                {"svg", std::move(cadre.svg)},
                {"compte", dire(services, "pages.carte.compte", {{"nombre", nombre}})}});
    }
    return cartes;
}

}  // namespace grappe::pages
