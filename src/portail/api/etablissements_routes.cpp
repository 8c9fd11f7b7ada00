// GET /api/etablissements: search of the register, and one establishment.

#include "core/integer.hpp"
#include "portail/api/api.hpp"
#include "portail/api/reponses.hpp"
#include "portail/rendu/registre_json.hpp"

namespace grappe::api {
namespace {

constexpr std::size_t limite_max = 100;
constexpr std::size_t texte_max = 200;

rendu::VueDuRegistre vue(const socle::Portail& portail) {
    const auto& paris = core::paris();
    return {.categories = portail.referentiels.categories,
            .registre_au = portail.registre.date(),
            .aujourdhui = paris.day_of(portail.maintenant())};
}

std::optional<std::size_t> lire_limite(std::string_view texte) {
    const auto limite = core::integer<std::size_t>(texte);
    return limite && *limite >= 1 && *limite <= limite_max ? limite : std::nullopt;
}

http::Response chercher(const socle::Portail& portail, const http::Request& request) {
    const auto critere = [&](std::string_view nom) {
        return std::string{request.query(nom).value_or("")};
    };
    referentiels::Recherche recherche{.texte = critere("q"),
                                      .categorie = critere("categorie"),
                                      .region = critere("region"),
                                      .departement = critere("departement")};
    if (recherche.texte.size() > texte_max)
        return refus_du_champ(portail.phrases, "api.recherche_trop_longue", {"q", ""});
    if (const auto texte = request.query("limite")) {
        const auto limite = lire_limite(*texte);
        if (!limite) return refus_du_champ(portail.phrases, "api.limite", {"limite", *texte});
        recherche.limite = *limite;
    }
    const auto trouvailles = portail.registre.chercher(recherche);
    return http::Response::json(rendu::trouvailles_json(trouvailles, vue(portail)));
}

http::Response montrer(const socle::Portail& portail, const http::Request& request) {
    const auto* trouve = portail.registre.find(request.path("finess_et"));
    if (!trouve) return refus(portail.phrases, 404, "api.etablissement_inconnu");
    return http::Response::json(rendu::etablissement_json(*trouve, vue(portail)));
}

}  // namespace

void add_etablissements_routes(http::Routes& routes, const socle::Portail& portail) {
    routes.add({.method = http::Method::get,
                .path = "/api/etablissements",
                .summary = "Recherche dans le registre FINESS, en cours de frappe",
                .handler = [&](const http::Request& request) { return chercher(portail, request); },
                .query = {{"q",
                           "Débuts de mots du nom ou de la commune, catégorie, territoire, numéro, "
                           "code postal"},
                          {"categorie", "Code de catégorie FINESS"},
                          {"region", "Code officiel géographique de la région"},
                          {"departement", "Code officiel géographique du département"},
                          {"limite", "Nombre de réponses, de 1 à 100 ; 20 à défaut"}},
                .pace = http::Pace::computes,
                .permission = http::everybody});
    routes.get("/api/etablissements/{finess_et}", "Un établissement du registre",
               [&](const http::Request& request) { return montrer(portail, request); });
}

}  // namespace grappe::api
