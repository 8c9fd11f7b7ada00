// The calls: their list, and one call with its amounts, windows, pieces and open readings.
#include "portail/pages/appel_vue.hpp"
#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/routes.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

http::Response liste(const Services& services) {
    Vue contenu{{"appels", appels_en_liste(services)},
                {"moment", moment(services.maintenant(), core::paris())},
                {"resume", dire(services, "pages.appels.resume")}};
    return repondre(
        services,
        {.gabarit = "appels", .titre = dire(services, "pages.titre.appels"), .rubrique = "/appels"},
        std::move(contenu));
}

http::Response un_appel(const http::Routes& routes, const Services& services,
                        const http::Request& requete) {
    const auto* charge = services.appels.find(requete.path("id"));
    if (charge == nullptr) return routes.refuse(requete, {404, "http.introuvable"});
    const auto& appel = charge->applicable(services.maintenant());
    const auto titre_de_la_liste = dire(services, "pages.titre.appels");
    return repondre(services,
                    {.gabarit = "appel",
                     .titre = appel.titre,
                     .rubrique = "/appels",
                     .fil = {{"/appels", titre_de_la_liste}}},
                    vue_de_l_appel(services, appel));
}

}  // namespace

void ajouter_appels(http::Routes& routes, const Services& services) {
    ajouter_page(routes, "/appels", "Appels à projets",
                 [&](const http::Request&) { return liste(services); });
    ajouter_page(routes, "/appels/{id}", "Un appel à projets",
                 [&](const http::Request& requete) { return un_appel(routes, services, requete); });
}

}  // namespace grappe::pages
