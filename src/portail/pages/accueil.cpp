// Home, editorial pages, and the page of a refusal.
#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/routes.hpp"

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

http::Response refus(const Services& services, const http::Refused& refuse) {
    const auto lien = [&](std::string_view adresse, std::string_view mots) {
        return Vue{{"lien", adresse}, {"libelle", dire(services, mots)}};
    };
    const auto code = "pages.refus." + std::to_string(refuse.status);
    const auto titre = etiquette(services.phrases, code, dire(services, "pages.refus.autre"));
    Vue contenu{{"phrase", etiquette(services.phrases, refuse.code, titre)},
                {"suite", dire(services, "pages.refus.suite")},
                {"liens", Vue::Liste{lien("/", "page.commun.accueil"),
                                     lien("/simulateur", "page.commun.simulateur"),
                                     lien("/plan-du-site", "page.commun.plan_du_site")}}};
    auto reponse = repondre(services, {.gabarit = "refus", .titre = titre}, std::move(contenu));
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
