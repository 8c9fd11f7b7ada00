// Bodies and refusals of JSON routes.
#include "web/api/ligne_json.hpp"

#include "web/http/problem.hpp"

namespace grappe::api {
namespace {

http::Response probleme(const garde::Visite& visite, std::string_view code, Issue issue) {
    const auto phrase = visite.comptes.phrases.rendre(code, {});
    http::Problem probleme{.status = issue.statut, .code = code, .title = phrase};
    if (!issue.champ.empty())
        probleme.fautes.push_back(
            {.chemin = std::string{issue.champ}, .code = std::string{code}, .message = phrase});
    return http::problem(probleme);
}

http::Response membres_refuses(const garde::Visite& visite,
                               const std::vector<std::string>& inconnus) {
    constexpr std::string_view code = "api.membre_inconnu";
    const auto phrase = visite.comptes.phrases.rendre(code, {});
    http::Problem probleme{.status = 422, .code = code, .title = phrase};
    for (const auto& un : inconnus)
        probleme.fautes.push_back({.chemin = un, .code = std::string{code}, .message = phrase});
    return http::problem(probleme);
}

}  // namespace

garde::Action avec_corps(std::vector<std::string_view> champs, ActionJson action) {
    return [champs = std::move(champs), action = std::move(action)](garde::Visite& visite) {
        const auto corps = Corps::lire(visite.requete.body);
        if (!corps) return probleme(visite, corps.error().code, {400});
        for (const auto champ : champs)
            if (!corps->mal_type({champ}).empty())
                return probleme(visite, "api.texte_attendu", {422, champ});
        return action(visite, *corps);
    };
}

garde::Action avec_corps_ou_rien(std::vector<std::string_view> champs, ActionJson action) {
    ActionJson stricte = [champs, action](garde::Visite& visite, const Corps& corps) {
        const auto inconnus = corps.autres_que(champs);
        return inconnus.empty() ? action(visite, corps) : membres_refuses(visite, inconnus);
    };
    return [avec = avec_corps(std::move(champs), std::move(stricte)),
            action = std::move(action)](garde::Visite& visite) {
        return visite.requete.body.empty() ? action(visite, Corps{}) : avec(visite);
    };
}

garde::Ligne ligne_json(http::Method methode, std::string_view chemin, std::string_view resume,
                        garde::Action action) {
    return {.methode = methode,
            .chemin = chemin,
            .resume = resume,
            .permission = std::nullopt,
            .action = std::move(action),
            .corps_au_plus = corps_de_compte_au_plus,
            .types = {"application/json"}};
}

http::Response sans_contenu() { return {.status = 204}; }

http::Response refus_rendu(const garde::Visite& visite, const core::Refusal& refus, Issue issue) {
    auto reponse = probleme(visite, refus.code, issue);
    if (refus.reason == core::Reason::too_many) reponse.fields.push_back({"Retry-After", "900"});
    return reponse;
}

}  // namespace grappe::api
