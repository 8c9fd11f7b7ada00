// Routes of signed papers: a scan finds its agreement by its code, and is given back.
#include "portail/api/acte_de_convention.hpp"
#include "portail/api/conventions_json.hpp"
#include "portail/reception/message_recu.hpp"
#include "portail/reception/papier_recu.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response refuser_le_papier(const Visite& visite, const core::Refusal& refus) {
    teleservice::noter_le_refus(visite.base, demandeur(visite),
                                {"papier.deposer", "papier", refus.code});
    return refuser(visite, refus);
}

http::Response deposer(const Teleservice& service, Visite& visite) {
    const auto nouveau = reception::recevoir_le_papier(service.fichiers(), visite);
    if (!nouveau) return refuser_le_papier(visite, nouveau.error());
    const auto corps = nouveau->code + "\n" + nouveau->partie + "\n" + nouveau->fichier.sha256;
    const auto fait =
        une_fois(visite, corps, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto depose = convention::deposer_un_papier(db, demandeur(visite), *nouveau,
                                                              moyens_de(service, visite));
            if (!depose) return depose.error();
            return ReponseGardee{201, papier_json(depose->papier)};
        });
    return fait ? repondre(visite, fait) : refuser_le_papier(visite, fait.error());
}

http::Response telecharger(const Teleservice& service, Visite& visite) {
    auto fichier = reception::rendre_le_papier(service.fichiers(), visite);
    return fichier ? *std::move(fichier) : refuser(visite, fichier.error());
}

}  // namespace

void add_papiers_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        {.methode = Method::post,
         .chemin = "/api/papiers-signes",
         .resume = "Déposer un papier signé, numérisé (fichier, partie, code s'il ne se lit pas "
                   "dans le fichier) : il trouve sa convention ou son avenant par son code ; pdf, "
                   "png, jpg ou gif, 20 Mio au plus",
         .permission = Permission::convention_preparer,
         .action = [&](Visite& visite) { return deposer(service, visite); },
         .corps_au_plus = reception::formulaire_max,
         .reception = reception::receveur_de_message(service.fichiers())});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/papiers-signes/{papier}/fichier",
                    .resume = "Le fichier d'un papier signé",
                    .permission = Permission::convention_lire,
                    .action = [&](Visite& visite) { return telecharger(service, visite); },
                    .repond = "application/octet-stream"});
}

}  // namespace grappe::api
