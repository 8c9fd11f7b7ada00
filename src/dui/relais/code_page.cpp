// /relais/code: after a full sign-in on a shared device, one's code and badge for the shift.
#include "dui/appareil/relais.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/relais/routes.hpp"

namespace grappe::relais {
namespace {

using dui::dire;
using garde::Visite;

constexpr std::size_t envoi_au_plus = 4096;

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const std::string& refus) {
    const auto& services = ecrans.services;
    const auto la = appareil_de(visite);
    if (!la)
        return dui::refuser(services, core::refuse(core::Reason::not_found, "appareil.inconnu"));
    auto reponse =
        dui::repondre(services,
                      {.gabarit = "relais_code",
                       .titre = dire(services, "relais.titre.code"),
                       .rubrique = "/equipe",
                       .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                      {{"appareil", la->nom}, {"refus", refus}, {"csrf", visite.qui().csrf}});
    if (!refus.empty()) reponse.status = 422;
    return reponse;
}

http::Response ouvrir(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto la = appareil_de(visite);
    const auto dire_non = [&](const core::Refusal& refus) {
        return afficher(ecrans, visite, ecrans.services.phrases.dire(refus));
    };
    if (!la) return dire_non(core::refuse(core::Reason::not_found, "appareil.inconnu"));
    if (envoi.valeur("pin") != envoi.valeur("encore"))
        return dire_non(core::refuse(core::Reason::invalid, "relais.pin_encore"));
    const auto session = appareil::ouvrir(visite.moyens, visite.qui(),
                                          {.appareil = *la,
                                           .session = visite.qui().session,
                                           .pin = secret::Secret{std::string{envoi.valeur("pin")}},
                                           .badge = std::string{envoi.valeur("badge")}});
    if (!session) return dire_non(session.error());
    auto reponse =
        http::Response::see_other("/equipe?finess=" + la->finess_et + "&unite=" + la->unite);
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

}  // namespace

void ajouter_code(const Ecrans& ecrans) {
    constexpr auto permission = access::Permission::dossier_usager_lire;
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/relais/code",
                       .resume = "Mon code sur un appareil partagé",
                       .permission = permission,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    // Not carried through a sign-in: a code is typed by who is signed in.
    garde::ajouter(ecrans.services.routes, ecrans.services.comptes,
                   garde::envoi({.chemin = "/relais/code",
                                 .resume = "Choisir mon code et prendre l'appareil partagé",
                                 .permission = permission,
                                 .action = [&](Visite& visite) { return ouvrir(ecrans, visite); }},
                                envoi_au_plus));
}

}  // namespace grappe::relais
