// Lines of the table of routes, and the answers that they share.
#include "dui/api/lignes.hpp"

namespace grappe::dui {

void ajouter_une_lecture(const Api& api, Lecture lecture) {
    garde::ajouter(api.routes, api.comptes,
                   {.methode = http::Method::get,
                    .chemin = lecture.chemin,
                    .resume = lecture.resume,
                    .permission = access::Permission::dossier_usager_lire,
                    .action = [&api, action = lecture.action](
                                  garde::Visite& visite) { return action(api, visite); },
                    .parametres = std::move(lecture.parametres)});
}

void ajouter_un_ecrit(const Api& api, Ecrit ecrit) {
    auto ligne = api::ligne_json(
        ecrit.methode, ecrit.chemin, ecrit.resume,
        api::avec_corps(
            std::move(ecrit.textes),
            [&api, action = ecrit.action](garde::Visite& visite, const api::Corps& corps) {
                return action(api, visite, corps);
            }));
    ligne.permission = access::Permission::dossier_usager_ecrire;
    ligne.corps_au_plus = corps_d_un_ecrit_au_plus;
    garde::ajouter(api.routes, api.comptes, std::move(ligne));
}

http::Response version_lue(std::string json, std::int64_t version) {
    auto reponse = http::Response::json(std::move(json));
    reponse.fields.push_back({"ETag", "\"" + std::to_string(version) + "\""});
    return reponse;
}

http::Response version_ecrite(std::int64_t version, int statut) {
    auto reponse = version_lue("{\"version\":" + std::to_string(version) + "}", version);
    reponse.status = statut;
    return reponse;
}

http::Response refuser_la_version(const garde::Visite& visite, const core::Refusal& faute) {
    return api::refus_rendu(visite, faute, {faute.reason == core::Reason::conflict ? 428 : 400});
}

http::Response fautes_rendues(const std::vector<FauteDite>& fautes, int statut) {
    http::Problem probleme{
        .status = statut, .code = fautes.front().code, .title = fautes.front().message};
    for (const auto& une : fautes)
        probleme.fautes.push_back({.chemin = une.chemin, .code = une.code, .message = une.message});
    return http::problem(probleme);
}

}  // namespace grappe::dui
