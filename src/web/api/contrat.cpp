// Reading of donnees/api, and the route of the description.
#include "web/api/contrat.hpp"

#include "core/texte.hpp"
#include "fichiers/racine.hpp"

namespace grappe::api {
namespace {

// The members of both objects, those of the first one first.
std::string un_seul_objet(std::string_view un, std::string_view autre) {
    un = core::trimmed(un);
    autre = core::trimmed(autre);
    if (!un.ends_with('}') || !autre.starts_with('{')) return {};
    un.remove_suffix(1);
    autre.remove_prefix(1);
    return std::string{core::trimmed(un)}.append(",").append(autre);
}

}  // namespace

core::Result<http::Contract> lire_contrat(const std::string& racine, const std::string& programme) {
    constexpr std::size_t octets_au_plus = std::size_t{1024} * 1024;
    const auto lire = [&](const std::string& nom) {
        return fichiers::lire_fichier(racine + "/donnees/api/" + nom, octets_au_plus);
    };
    const auto de_tous = lire("commun/operations.txt"),
               siennes = lire(programme + "/operations.txt");
    const auto schemas = lire("commun/schemas.json"), siens = lire(programme + "/schemas.json");
    if (!de_tous || !siennes || !schemas || !siens)
        return core::refuse(core::Reason::unavailable, "contrat.absent", "donnees/api");
    return http::Contract::read(*de_tous + "\n" + *siennes, un_seul_objet(*schemas, *siens));
}

void add_description(http::Routes& routes, const http::Contract& contrat,
                     const http::About& apropos) {
    routes.get("/api/openapi.json", "Cette description", [&](const http::Request&) {
        return http::Response::json(http::openapi(routes, contrat, apropos));
    });
}

}  // namespace grappe::api
