// POST /api/check: the bytes of `grappe-portail check --json`.
#include "portail/api/api.hpp"
#include "portail/api/reponses.hpp"
#include "portail/rendu/analyse_json.hpp"

namespace grappe::api {
namespace {

constexpr std::size_t dossier_max = std::size_t{8} * 1024 * 1024;

bool rompt_la_syntaxe(const std::vector<dossier::Faute>& fautes) {
    return !fautes.empty() && fautes.front().position.ligne > 0;
}

http::ProblemFault dite(const dossier::Faute& faute, const rules::Phrases& phrases) {
    auto dite = rendu::dire(faute, phrases);
    return {.chemin = faute.chemin,
            .code = std::move(dite.code),
            .message = (faute.chemin.empty() && !dite.ou.empty() ? dite.ou + " : " : "") +
                       dite.defaut + ". " + dite.remede};
}

http::Response illisible(const std::vector<dossier::Faute>& fautes, const rules::Phrases& phrases) {
    const bool syntaxe = rompt_la_syntaxe(fautes);
    const std::string_view code = syntaxe ? "api.json_invalide" : "api.dossier_illisible";
    http::Problem probleme{
        .status = syntaxe ? 400 : 422, .code = code, .title = phrases.rendre(code, {})};
    for (const auto& faute : fautes) probleme.fautes.push_back(dite(faute, phrases));
    return http::problem(probleme);
}

http::Response check(const socle::Portail& portail, const http::Request& request) {
    std::optional<std::string> appel;
    if (const auto impose = request.query("appel")) appel = *impose;
    const auto verification = socle::verifier(request.body, appel, portail.moyens);
    if (!verification.verifie) return illisible(verification.fautes, portail.phrases);
    auto corps = rendu::analyse_octets(verification.verifie->sujet(portail.phrases));
    corps.push_back('\n');
    return {.content_type = "application/json",
            .lasting_body = corps.vue(),
            .guardian = corps.gardien()};
}

}  // namespace

void add_check_routes(http::Routes& routes, const socle::Portail& portail) {
    routes.add({.method = http::Method::post,
                .path = "/api/check",
                .summary = "Analyse d'un dossier : recevabilité, guichet, fenêtre, subvention",
                .handler = [&](const http::Request& request) { return check(portail, request); },
                .query = {{"appel", "Appel à projets qui remplace celui du dossier"}},
                .body_limit = dossier_max,
                .accepts = {"application/json"},
                .pace = http::Pace::computes,
                .permission = http::everybody});
}

}  // namespace grappe::api
