// Shared by the routes of accounts.
#include "portail/api/comptes.hpp"

#include "portail/api/reponses.hpp"

namespace grappe::api {

garde::Ligne ligne_gardee(access::Permission permission, garde::Ligne ligne) {
    ligne.permission = permission;
    return ligne;
}

void Lignes::lecture(access::Permission permission, std::string_view chemin,
                     std::string_view resume, garde::Action action) const {
    garde::ajouter(routes, comptes,
                   {.methode = http::Method::get,
                    .chemin = chemin,
                    .resume = resume,
                    .permission = permission,
                    .action = std::move(action)});
}

void Lignes::poste(access::Permission permission, std::string_view chemin, std::string_view resume,
                   garde::Action action) const {
    auto ligne =
        ligne_gardee(permission, ligne_json(http::Method::post, chemin, resume, std::move(action)));
    ligne.corps_au_plus = corps_au_plus;
    garde::ajouter(routes, comptes, std::move(ligne));
}

http::Response courriel_envoye() {
    auto reponse = http::Response::json(R"({"statut":"courriel_envoye"})");
    reponse.status = 202;
    return reponse;
}

http::Response refus(const garde::Visite& visite, const core::Refusal& refus,
                     std::string_view champ) {
    return refus_rendu(visite, refus, {statut_de(refus), champ});
}

http::Response fait_ou_refus(const garde::Visite& visite, const core::Result<void>& fait,
                             std::string_view champ) {
    return fait ? sans_contenu() : refus(visite, fait.error(), champ);
}

}  // namespace grappe::api
