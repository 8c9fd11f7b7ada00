// Home, editorial pages, and the page of a refusal.
#include <array>

#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/routes.hpp"
#include "web/page/entourage.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

http::Response accueil(const Services& services) {
    Vue contenu{{"appels", appels_en_bref(services)},
                {"moment", moment(services.maintenant(), core::paris())},
                {"effectif", entier(static_cast<std::int64_t>(services.registre.effectif()))}};
    return repondre(
        services,
        {.gabarit = "accueil", .titre = dire(services, "pages.titre.accueil"), .rubrique = "/"},
        std::move(contenu));
}

http::Response editoriale(const Services& services, std::string_view gabarit) {
    const auto titre = dire(services, "pages.titre." + std::string{gabarit});
    Vue contenu;
    if (gabarit == "plan") contenu.ajouter("appels", appels_en_bref(services));
    return repondre(services, {.gabarit = gabarit, .titre = titre}, std::move(contenu));
}

constexpr std::array<page::Entree, 3> suites_du_refus{
    {{"/", "page.commun.accueil"},
     {"/simulateur", "page.commun.simulateur"},
     {"/plan-du-site", "page.commun.plan_du_site"}}};

http::Response refus(const Services& services, const http::Refused& refuse) {
    const auto dit = page::refus_dit(services.phrases, refuse.status, refuse.code);
    Vue contenu{{"phrase", dit.phrase},
                {"suite", dit.suite},
                {"liens", page::vues_des_liens(services.phrases, suites_du_refus)}};
    auto reponse = repondre(services, {.gabarit = "refus", .titre = dit.titre}, std::move(contenu));
    reponse.status = refuse.status;
    return reponse;
}

}  // namespace

void ajouter_accueil(http::Routes& routes, const Services& services) {
    ajouter_page(routes, "/", "Accueil", [&](const http::Request&) { return accueil(services); });
    for (const auto& [chemin, gabarit] :
         {std::pair{"/accessibilite", "accessibilite"}, std::pair{"/mentions-legales", "mentions"},
          std::pair{"/donnees-personnelles", "donnees"}, std::pair{"/plan-du-site", "plan"}})
        ajouter_page(
            routes, chemin, "Page d'information",
            [&services, gabarit](const http::Request&) { return editoriale(services, gabarit); });
    routes.refusal_page(
        [&](const http::Request&, const http::Refused& refuse) { return refus(services, refuse); });
}

}  // namespace grappe::pages
