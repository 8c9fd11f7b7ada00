// Becoming the porteur of a dossier that an administrator entrusts: its link, and the act.
#include "portail/teleservice/succession.hpp"

#include "portail/espace/ecran.hpp"
#include "portail/espace/jeton_recu.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using reception::demandeur;

http::Response montrer_le_lien(const Espace& espace, Visite& visite) {
    const auto jeton = jeton_recu(visite.requete);
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_succession(db, jeton, visite.moyens.maintenant);
    });
    if (!lu) return refuser(espace, visite, lu.error());
    const bool present = visite.presence.has_value();
    const bool guichet = present && access::est_un_guichet(visite.presence->acteur.role);
    return pages::repondre(
        espace.services,
        {.gabarit = "espace_succession", .titre = pages::dire(espace.services, "succession.titre")},
        {{"nom", lu->nom},
         {"appel", lu->dossier.appel},
         {"jeton", jeton},
         {"anonyme", !present},
         {"peut_accepter", present && !guichet},
         {"guichet", guichet},
         {"compte", present ? visite.presence->courriel : std::string{}},
         {"csrf", present ? visite.presence->csrf : std::string{}}});
}

http::Response accepter(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const std::string dossier{envoi.valeur("dossier")}, jeton{envoi.valeur("jeton")};
    const auto repris = visite.base.write([&](storage::Writer& db) {
        return teleservice::accepter_la_succession(db, demandeur(visite), {dossier, jeton},
                                                   reception::moyens_de(espace.portail, visite));
    });
    if (!repris) return refuser(espace, visite, repris.error());
    return http::Response::see_other("/dossiers/" + repris->id);
}

}  // namespace

void ajouter_succession(const Espace& espace) {
    for (const std::string_view chemin : {"/succession", "/succession/{jeton}"})
        garde::ajouter(espace.routes, espace.comptes,
                       {.methode = http::Method::get,
                        .chemin = chemin,
                        .resume = "Un dossier que l'administrateur confie",
                        .permission = std::nullopt,
                        .action = [&](Visite& visite) { return montrer_le_lien(espace, visite); },
                        .repond = "text/html"});
    ajouter_envoi(espace,
                  {.chemin = "/succession",
                   .resume = "Devenir le porteur d'un dossier confié",
                   .permission = Permission::dossier_creer,
                   .action = [&](Visite& visite) { return accepter(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
