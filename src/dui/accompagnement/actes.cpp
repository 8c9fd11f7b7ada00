// Acts of one button: a project goes from a state to another, a part of it is withdrawn.
#include "core/integer.hpp"
#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"

namespace grappe::accompagnement {
namespace {

using garde::Visite;
using storage::Writer;

constexpr std::size_t envoi_au_plus = 64 * 1024;

// Back to the project; a fault is a page that says it.
http::Response repondre(const Outils& outils, const core::Result<projet::Redigee>& fait,
                        const page::Formulaire& envoi) {
    const auto& services = outils.ecrans.services;
    if (!fait) return dui::refuser(services, fait.error());
    if (!fait->fautes.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::invalid, fait->fautes.front().code));
    return http::Response::see_other(
        adresse_du_projet(envoi.valeur("personne"), envoi.valeur("projet"), ""));
}

std::int64_t version_de(const page::Formulaire& envoi) {
    return core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
}

http::Response passer(const Outils& outils, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto passage = core::named<projet::Passage>(envoi.valeur("passage"));
    if (!passage)
        return dui::refuser(outils.ecrans.services,
                            core::refuse(core::Reason::invalid, "projet.passage"));
    if (const auto admis = admettre(outils, visite, envoi.valeur("projet")); !admis)
        return dui::refuser(outils.ecrans.services, admis.error());
    const auto fait = visite.base.write([&](Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return projet::passer(db, redacteur(outils, qui),
                              {std::string{envoi.valeur("projet")}, version_de(envoi), *passage});
    });
    return repondre(outils, fait, envoi);
}

http::Response retirer(const Outils& outils, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    if (const auto admis = admettre(outils, visite, envoi.valeur("id")); !admis)
        return dui::refuser(outils.ecrans.services, admis.error());
    const auto fait = visite.base.write([&](Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return projet::retirer(db, redacteur(outils, qui),
                               {std::string{envoi.valeur("id")}, version_de(envoi),
                                std::string{envoi.valeur("motif")}});
    });
    return repondre(outils, fait, envoi);
}

}  // namespace

void ajouter_actes(const Outils& outils) {
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    rencontre::ajouter_envoi(outils.ecrans,
                             {.chemin = "/projet/passage",
                              .resume = "Faire passer un projet d'un état à un autre",
                              .permission = ecrire,
                              .action = [&](Visite& visite) { return passer(outils, visite); }},
                             envoi_au_plus);
    rencontre::ajouter_envoi(outils.ecrans,
                             {.chemin = "/projet/retrait",
                              .resume = "Retirer une partie d'un projet, avec son motif",
                              .permission = ecrire,
                              .action = [&](Visite& visite) { return retirer(outils, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::accompagnement
