// The deposit: the checks in their order, the desk, the confirmation; and the withdrawal.
#include "core/texte.hpp"
#include "portail/espace/depot_dossier_vue.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/instruction/retrait.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using pages::dire;
using reception::demandeur;

struct Suite {
    std::string financeur{};  // as it was chosen
    std::string refus{};      // why it is not deposited
    int statut = 200;
};

http::Response page_du_depot(const Espace& espace, Visite& visite, const Suite& suite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, demandeur(visite), visite.requete.path("id"));
    });
    if (!lu) return refuser(espace, visite, lu.error());
    auto contenu = vue_du_depot(espace, *lu, suite.financeur);
    contenu.ajouter("fait", "");
    contenu.ajouter("refus", suite.refus);
    auto reponse = montrer(espace, *lu,
                           {.visite = visite,
                            .gabarit = "espace_depot",
                            .onglet = "depot",
                            .titre = dire(espace.services, "espace.onglet.depot")},
                           std::move(contenu));
    reponse.status = suite.statut;
    return reponse;
}

std::string en_mots(const Espace& espace, const core::Refusal& refus) {
    return teleservice::dire(refus, espace.services.phrases);
}

http::Response refuse(const Espace& espace, Visite& visite, const std::string& financeur,
                      const teleservice::Obstacle& obstacle) {
    teleservice::noter_le_refus(visite.base, demandeur(visite), visite.requete.path("id"),
                                obstacle);
    return page_du_depot(espace, visite,
                         {.financeur = financeur,
                          .refus = obstacle.message,
                          .statut = garde::statut_de(obstacle.raison)});
}

http::Response deposer(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    const std::string financeur{envoi.valeur("financeur")}, id{visite.requete.path("id")};
    if (envoi.valeur("accord") != "oui")
        return page_du_depot(espace, visite,
                             {.financeur = financeur,
                              .refus = dire(espace.services, "espace.depot.accord"),
                              .statut = 422});
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return teleservice::deposer(db, demandeur(visite), {.dossier = id, .financeur = financeur},
                                    reception::moyens_de(espace.portail, visite));
    });
    const auto recepisse = "/dossiers/" + id + "/recepisse";
    if (!fait && fait.error().code == "depot.inchange") return http::Response::see_other(recepisse);
    if (!fait && fait.error().reason == core::Reason::not_found)
        return refuser(espace, visite, fait.error());
    if (!fait)
        return page_du_depot(espace, visite,
                             {.financeur = financeur,
                              .refus = en_mots(espace, fait.error()),
                              .statut = garde::statut_de(fait.error().reason)});
    if (!fait->recepisse) return refuse(espace, visite, financeur, fait->obstacles.front());
    return http::Response::see_other(recepisse);
}

http::Response retirer(const Espace& espace, Visite& visite) {
    const std::string motif{lire_envoi(visite).valeur("motif")};
    const auto retire = visite.base.write([&](storage::Writer& db) {
        return instruction::retirer(
            db, demandeur(visite),
            {.dossier = visite.requete.path("id"), .motif = std::string{core::cut(motif, 2000)}},
            reception::moyens_de(espace.portail, visite));
    });
    if (retire) return http::Response::see_other("/dossiers");
    if (retire.error().reason == core::Reason::not_found)
        return refuser(espace, visite, retire.error());
    return page_du_depot(espace, visite,
                         {.refus = en_mots(espace, retire.error()),
                          .statut = garde::statut_de(retire.error().reason)});
}

}  // namespace

void ajouter_depot_dossier(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/dossiers/{id}/depot",
                     .resume = "Dépôt d'un dossier",
                     .permission = Permission::dossier_deposer,
                     .action = [&](Visite& visite) { return page_du_depot(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/depot",
                   .resume = "Déposer un dossier",
                   .permission = Permission::dossier_deposer,
                   .action = [&](Visite& visite) { return deposer(espace, visite); }},
                  petit_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/retrait",
                   .resume = "Retirer un dossier",
                   .permission = Permission::dossier_deposer,
                   .action = [&](Visite& visite) { return retirer(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
