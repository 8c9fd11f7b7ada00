// The description of the API, from the routes' lines and what donnees/api says of them.
#include "fichiers/racine.hpp"
#include "portail/api/api.hpp"
#include "web/http/openapi.hpp"

namespace grappe::api {

core::Result<http::Contract> lire_contrat(const std::string& racine) {
    constexpr std::size_t octets_au_plus = std::size_t{1024} * 1024;
    const auto lire = [&](const char* nom) {
        return fichiers::lire_fichier(racine + "/donnees/api/" + nom, octets_au_plus);
    };
    const auto operations = lire("operations.txt");
    const auto schemas = lire("schemas.json");
    if (!operations || !schemas)
        return core::refuse(core::Reason::unavailable, "contrat.absent", "donnees/api");
    return http::Contract::read(*operations, *schemas);
}

std::string description(const http::Routes& routes, const http::Contract& contrat) {
    return http::openapi(routes, contrat, {.title = "Grappe, portail", .version = "1"});
}

void add_description(http::Routes& routes, const http::Contract& contrat) {
    routes.get("/api/openapi.json", "Cette description", [&](const http::Request&) {
        return http::Response::json(description(routes, contrat));
    });
}

}  // namespace grappe::api
