// The frame of every page of the DUI.
#include "dui/pages/cadre.hpp"

#include <array>

#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using page::Vue;

Vue::Liste etapes_du_fil(const Services& services, const page::Page& page) {
    Vue::Liste etapes{vue_du_lien(services, "/", "pages.menu.accueil")};
    for (const auto& [lien, libelle] : page.fil)
        etapes.push_back(Vue{{"lien", lien}, {"libelle", libelle}});
    return etapes;
}

struct Entree {
    std::string_view lien, code;
};
constexpr std::array<Entree, 2> menu{
    {{"/", "pages.menu.accueil"}, {"/indicateurs", "dui.pages.menu.indicateurs"}}};

Vue::Liste entrees_du_menu(const Services& services, std::string_view rubrique) {
    Vue::Liste entrees;
    for (const auto& [lien, code] : menu)
        entrees.push_back(vue_du_lien(services, lien, code).ajouter("courant", lien == rubrique));
    return entrees;
}

std::string horloge(const Services& services) {
    if (services.horloge == Horloge::reelle) return {};
    return page::moment(services.maintenant(), core::paris());
}

Vue::Liste pied(const Services& services) {
    Vue::Liste paragraphes;
    if (services.donnees == Donnees::fictives)
        paragraphes.push_back(Vue{{"texte", dire(services, "dui.pages.pied.fictives")}});
    return paragraphes;
}

}  // namespace

http::Response repondre(const Services& services, const page::Page& page, Vue contenu) {
    contenu.ajouter("titre", page.titre);
    contenu.ajouter("actifs", "/actifs/" + services.actifs.version());
    contenu.ajouter("nav", entrees_du_menu(services, page.rubrique));
    contenu.ajouter("fil", etapes_du_fil(services, page));
    contenu.ajouter("horloge", horloge(services));
    contenu.ajouter(
        "devise", dire(services, services.donnees == Donnees::fictives ? "dui.pages.devise_fictive"
                                                                       : "dui.pages.devise"));
    contenu.ajouter("pied", pied(services));
    contenu.ajouter("pied_mention", dire(services, "dui.pages.pied.logiciel_libre"));
    contenu.ajouter("pied_liens", Vue::Liste{});
    return http::Response::html(services.gabarits.rendre(page.gabarit, contenu));
}

std::string dire(const Services& services, std::string_view code) {
    return services.phrases.rendre(code, {});
}

std::string dire(const Services& services, std::string_view code, const rules::Faits& faits) {
    return services.phrases.rendre(code, faits);
}

Vue vue_du_lien(const Services& services, std::string_view adresse, std::string_view code) {
    return Vue{{"lien", adresse}, {"libelle", dire(services, code)}};
}

void ajouter_page(const Services& services, garde::Ecran ecran) {
    garde::ajouter(services.routes, services.comptes, garde::lecture(std::move(ecran)));
}

}  // namespace grappe::dui
