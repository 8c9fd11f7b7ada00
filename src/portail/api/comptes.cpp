// Shared by the routes of accounts.
#include "portail/api/comptes.hpp"

#include "portail/api/reponses.hpp"
#include "web/http/problem.hpp"

namespace grappe::api {
namespace {

http::Response probleme(const garde::Visite& visite, int statut, std::string_view code,
                        std::string_view champ) {
    const auto phrase = visite.comptes.phrases.rendre(code, {});
    http::Problem probleme{.status = statut, .code = code, .title = phrase};
    if (!champ.empty())
        probleme.fautes.push_back(
            {.chemin = std::string{champ}, .code = std::string{code}, .message = phrase});
    return http::problem(probleme);
}

}  // namespace

garde::Action avec_corps(std::vector<std::string_view> champs, ActionJson action) {
    return [champs = std::move(champs), action = std::move(action)](garde::Visite& visite) {
        const auto corps = Corps::lire(visite.requete.body);
        if (!corps) return probleme(visite, 400, corps.error().code, "");
        for (const auto champ : champs)
            if (!corps->mal_type({champ}).empty())
                return probleme(visite, 422, "api.texte_attendu", champ);
        return action(visite, *corps);
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

garde::Ligne ligne_gardee(access::Permission permission, garde::Ligne ligne) {
    ligne.permission = permission;
    return ligne;
}

http::Response courriel_envoye() {
    auto reponse = http::Response::json(R"({"statut":"courriel_envoye"})");
    reponse.status = 202;
    return reponse;
}

http::Response sans_contenu() { return {.status = 204}; }

http::Response refus(const garde::Visite& visite, const core::Refusal& refus,
                     std::string_view champ) {
    auto reponse = probleme(visite, statut_de(refus), refus.code, champ);
    if (refus.reason == core::Reason::too_many) reponse.fields.push_back({"Retry-After", "900"});
    return reponse;
}

http::Response fait_ou_refus(const garde::Visite& visite, const core::Result<void>& fait,
                             std::string_view champ) {
    return fait ? sans_contenu() : refus(visite, fait.error(), champ);
}

}  // namespace grappe::api
