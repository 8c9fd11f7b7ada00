// GET /api/appels: the calls, what is open at the clock's instant, and one call with its sources.
#include "portail/api/api.hpp"
#include "portail/api/appel_json.hpp"
#include "portail/api/reponses.hpp"

namespace grappe::api {
namespace {

http::Response lister(const socle::Portail& portail) {
    std::string corps;
    const auto maintenant = portail.maintenant();
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("maintenant", maintenant.utc_text());
    json.cle("appels");
    json.ouvrir_liste();
    for (const auto& charge : portail.appels.tous)
        ecrire_resume(json, charge.applicable(maintenant), maintenant);
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response montrer(const socle::Portail& portail, const http::Request& request) {
    const auto* charge = portail.appels.find(request.path("id"));
    if (!charge) return refus(portail.phrases, 404, "api.appel_inconnu");
    const auto maintenant = portail.maintenant();
    std::string corps;
    rendu::EcrivainJson json{corps};
    ecrire_appel(json, charge->applicable(maintenant), maintenant);
    return http::Response::json(std::move(corps));
}

}  // namespace

void add_appels_routes(http::Routes& routes, const socle::Portail& portail) {
    routes.get("/api/appels", "Les appels à projets et ce qui est ouvert",
               [&](const http::Request&) { return lister(portail); });
    routes.get("/api/appels/{id}", "Un appel à projets : fenêtres, options, valeurs et sources",
               [&](const http::Request& request) { return montrer(portail, request); });
}

}  // namespace grappe::api
