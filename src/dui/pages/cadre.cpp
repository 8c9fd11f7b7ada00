// The frame of every page of the DUI.
#include "dui/pages/cadre.hpp"

#include <array>

#include "web/page/ecriture.hpp"
#include "web/page/entourage.hpp"

namespace grappe::dui {
namespace {

using page::Vue;

using page::Entree;

constexpr std::string_view des_dossiers = "dossier_usager.lire";

constexpr auto menu =
    std::to_array<Entree>({{"/", "pages.menu.accueil"},
                           {"/equipe", "quotidien.titre.equipe", des_dossiers},
                           {"/agenda", "planning.titre", des_dossiers},
                           {"/personnes", "annuaire.titre", des_dossiers},
                           {"/projets", "accompagnement.titre.projets", des_dossiers},
                           {"/pilotage", "conduite.titre.pilotage", des_dossiers},
                           {"/indicateurs", "dui.pages.menu.indicateurs", "indicateur.lire"}});

std::string horloge(const Services& services) {
    if (services.horloge == Horloge::reelle) return {};
    return page::moment(services.mesureur.maintenant(), core::paris());
}

Vue::Liste pied(const Services& services) {
    Vue::Liste paragraphes;
    if (services.donnees == Donnees::fictives)
        paragraphes.push_back(Vue{{"texte", dire(services, "dui.pages.pied.fictives")}});
    return paragraphes;
}

}  // namespace

http::Response repondre(const Services& services, const page::Page& page, Vue contenu) {
    const bool fictives = services.donnees == Donnees::fictives;
    page::entourer(
        contenu, page,
        {.version_des_actifs = services.actifs.version(),
         .menu = menu,
         .horloge = horloge(services),
         .devise = dire(services, fictives ? "dui.pages.devise_fictive" : "dui.pages.devise"),
         .pied = pied(services),
         .mention = dire(services, "dui.pages.pied.logiciel_libre"),
         .liens_du_pied = {}},
        services.phrases);
    return http::Response::html(services.gabarits.rendre(page.gabarit, contenu));
}

std::string dire(const Services& services, std::string_view code) {
    return services.phrases.rendre(code, {});
}

std::string dire(const Services& services, std::string_view code, const rules::Faits& faits) {
    return services.phrases.rendre(code, faits);
}

Vue vue_du_lien(const Services& services, std::string_view adresse, std::string_view code) {
    return page::vue_du_lien(services.phrases, {adresse, code});
}

void ajouter_page(const Services& services, garde::Ecran ecran) {
    garde::ajouter(services.routes, services.comptes, garde::lecture(std::move(ecran)));
}

}  // namespace grappe::dui
