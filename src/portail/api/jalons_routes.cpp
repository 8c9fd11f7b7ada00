// Milestones read; what a porteur or a member says of them, what the desk answers.
#include "portail/api/jalons_routes.hpp"

#include "portail/api/acte_de_convention.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/jalons_json.hpp"
#include "portail/api/mots.hpp"
#include "portail/jalons/declaration.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using teleservice::ReponseGardee;

http::Response montrer(const Teleservice& service, Visite& visite) {
    const auto moyens = moyens_de(service, visite);
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return jalons::lire(db, demandeur(visite), visite.requete.path("id"), moyens);
    });
    if (!lu) return refuser(visite, lu.error());
    auto reponse = http::Response::json(jalons_json(*lu, visite.comptes.phrases));
    reponse.fields.push_back({"ETag", etag(lu->version())});
    return reponse;
}

http::Response dire(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto vu = version_visee(visite.requete);
    if (!vu) return refuser(visite, vu.error());
    return agir(visite, {"jalon.dire", "convention"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto lu = jalons::dire(db, demandeur(visite),
                                                 {.convention = visite.requete.path("id"),
                                                  .jalon = corps.texte("jalon"),
                                                  .acte = corps.texte("acte"),
                                                  .essms = mots(corps.texte("finess_et")),
                                                  .jour = corps.texte("jour"),
                                                  .motif = corps.texte("motif"),
                                                  .vu = *vu},
                                                 moyens_de(service, visite));
                    if (!lu) return lu.error();
                    return ReponseGardee{201, jalons_json(*lu, visite.comptes.phrases)};
                });
}

}  // namespace

void add_jalons_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes};
    const auto ecrire = avec_corps(
        {"jalon", "acte", "finess_et", "jour", "motif"},
        [&](Visite& visite, const Corps& corps) { return dire(service, visite, corps); });
    ajout.lecture(Permission::convention_lire, "/api/conventions/{id}/jalons",
                  "Les jalons d'une convention : faits, à venir, en retard, et ce qui fut déclaré",
                  [&](Visite& visite) { return montrer(service, visite); });
    ajout.poste(Permission::usage_declarer, "/api/conventions/{id}/jalons",
                "Prévoir, déclarer ou retirer un jalon : porteur, ou membre pour ses déploiements",
                ecrire);
    ajout.poste(Permission::convention_preparer, "/api/conventions/{id}/jalons/suites",
                "Confirmer un jalon déclaré, demander une précision, prolonger un délai", ecrire);
}

}  // namespace grappe::api
