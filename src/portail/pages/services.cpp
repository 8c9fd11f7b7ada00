// Loading of what the pages read.
#include "portail/pages/services.hpp"

#include "portail/pages/routes.hpp"

namespace grappe::pages {

core::Result<Services> preparer(const std::filesystem::path& racine, const socle::Portail& portail,
                                const http::Assets& actifs) {
    auto gabarits =
        page::Gabarits::charger({racine / "modeles", racine / "modeles/commun"}, portail.phrases);
    if (!gabarits) return gabarits.error();
    auto contours = page::lire_contours(racine / "donnees/geo/departements-2018-simplifie.geojson");
    if (!contours) return contours.error();
    return Services{.gabarits = std::move(gabarits).value(),
                    .contours = std::move(contours).value(),
                    .actifs = actifs,
                    .phrases = portail.phrases,
                    .appels = portail.appels,
                    .registre = portail.registre,
                    .territoires = portail.referentiels.territoires,
                    .categories = portail.referentiels.categories,
                    .moyens = portail.moyens,
                    .maintenant = portail.maintenant,
                    .horloge = portail.horloge};
}

void ajouter_pages(http::Routes& routes, const Services& services) {
    ajouter_accueil(routes, services);
    ajouter_appels(routes, services);
    ajouter_etablissements(routes, services);
    ajouter_simulateur(routes, services);
}

}  // namespace grappe::pages
