// Shared by the routes of accounts.
#include "portail/api/comptes.hpp"

#include "portail/api/reponses.hpp"

namespace grappe::api {

garde::Ligne ligne_gardee(access::Permission permission, garde::Ligne ligne) {
    ligne.permission = permission;
    return ligne;
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
