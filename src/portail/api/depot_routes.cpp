// POST of a deposit, and the check of a receipt by anyone.
#include <algorithm>

#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

// One fault is said as it is; of several, which each have their place, how many there are.
std::string titre_de(const teleservice::Depose& depose, const rules::Phrases& phrases) {
    const auto& obstacles = depose.obstacles;
    const auto du_contenu = std::ranges::count_if(
        obstacles, [](const auto& un) { return un.code.starts_with("dossier."); });
    if (du_contenu == 0) return obstacles.front().message;
    return phrases.rendre("depot.contenu", {{"nombre", static_cast<std::int64_t>(du_contenu)}});
}

http::Response empeche(Visite& visite, const core::Refusal& refus,
                       const teleservice::Depose& depose) {
    auto dit = probleme(visite, refus);
    const auto& premier = depose.obstacles.front();
    dit.status = garde::statut_de(premier.raison);
    dit.code = premier.code;
    dit.title = titre_de(depose, visite.comptes.phrases);
    for (const auto& obstacle : depose.obstacles)
        dit.fautes.push_back(
            {.chemin = obstacle.chemin, .code = obstacle.code, .message = obstacle.message});
    if (depose.guichet) {
        std::string guichet;
        http::append_json_string(guichet, depose.guichet->financeur);
        dit.further.push_back({"financeur", guichet});
    }
    teleservice::noter_le_refus(visite.base, demandeur(visite), visite.requete.path("id"), premier);
    return http::problem(dit);
}

http::Response deposer(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto moyens = moyens_de(service, visite);
    teleservice::Depose depose;
    const auto fait = une_fois(
        visite, visite.requete.body, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            auto tente = teleservice::deposer(
                db, demandeur(visite),
                {.dossier = visite.requete.path("id"), .financeur = corps.texte("financeur")},
                moyens);
            if (!tente) return tente.error();
            depose = std::move(tente).value();
            if (!depose.recepisse) return core::refuse(core::Reason::conflict, "depot.impossible");
            return ReponseGardee{201, *depose.recepisse};
        });
    if (!fait && !depose.obstacles.empty()) return empeche(visite, fait.error(), depose);
    return repondre(visite, fait);
}

// Says that the number and the digest belong together, and nothing of the dossier.
http::Response verifier(Visite& visite) {
    const auto depot = visite.base.read([&](storage::Reader& db) {
        return teleservice::verifier_recepisse(db, visite.requete.path("numero"),
                                               visite.requete.query("empreinte").value_or(""));
    });
    if (!depot) return refuser(visite, depot.error());
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("numero", depot->numero);
    json.membre("depose_le", depot->depose_le.utc_text());
    json.membre("financeur", depot->financeur);
    json.membre("empreinte", depot->empreinte);
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

}  // namespace

void add_depot_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        ligne_gardee(Permission::dossier_deposer,
                     ligne_json(Method::post, "/api/dossiers/{id}/depot",
                                "Déposer un dossier, ou le déposer de nouveau avec ses changements",
                                avec_corps({"financeur"}, [&](Visite& visite, const Corps& corps) {
                                    return deposer(service, visite, corps);
                                }))));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/recepisses/{numero}",
                    .resume = "Ce récépissé a-t-il été donné ici",
                    .permission = std::nullopt,
                    .action = verifier,
                    .parametres = {{"empreinte", "Empreinte écrite sur le récépissé"}}});
}

}  // namespace grappe::api
