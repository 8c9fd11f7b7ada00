// GET /api/sante: alive, with what; and the routes of the API as a whole.
#include "portail/api/api.hpp"
#include "portail/api/comptes.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "web/api/sessions.hpp"

namespace grappe::api {
namespace {

http::Response sante(const socle::Portail& portail) {
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("statut", "en_service");
    json.membre("maintenant", portail.maintenant().utc_text());
    json.cle("horloge_fixee");
    json.booleen(portail.horloge == socle::Horloge::fixee);
    const auto registre_au = portail.registre.date();
    json.cle("registre_au");
    registre_au ? json.mot(registre_au->text()) : json.nul();
    json.membre("etablissements", static_cast<std::int64_t>(portail.registre.effectif()));
    json.membre("appels", static_cast<std::int64_t>(portail.appels.tous.size()));
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

}  // namespace

void add_sante_routes(http::Routes& routes, const socle::Portail& portail) {
    routes.get("/api/sante", "Le service répond, et avec quelles données",
               [&](const http::Request&) { return sante(portail); });
}

void add_api_routes(http::Routes& routes, const socle::Portail& portail) {
    add_check_routes(routes, portail);
    add_etablissements_routes(routes, portail);
    add_appels_routes(routes, portail);
    add_sante_routes(routes, portail);
}

void add_identity_routes(http::Routes& routes, const garde::Comptes& comptes) {
    add_comptes_routes(routes, comptes);
    add_sessions_routes(routes, comptes);
    add_compte_routes(routes, comptes);
    add_courriels_routes(routes, comptes);
}

}  // namespace grappe::api
