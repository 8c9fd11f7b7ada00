// Routes of a member: its parts, what it writes of them, its agreement.
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/membres_json.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

teleservice::PartDesignee designee(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .finess_ej = visite.requete.path("finess_ej")};
}

http::Response montrer(const Teleservice& service, Visite& visite) {
    const auto part = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_part(db, demandeur(visite), designee(visite),
                                      service.portail.moyens);
    });
    if (!part) return refuser(visite, part.error());
    auto reponse = http::Response::json(part_json(*part, visite.comptes.phrases));
    reponse.fields.push_back({"ETag", etag(part->dossier.version)});
    return reponse;
}

// The place of a line that is another's is said as a fault of that field.
http::Response refuser_la_part(const Visite& visite, const core::Refusal& refus) {
    auto dit = probleme(visite, refus);
    if (refus.code == "part.etablissement_d_un_autre")
        dit.fautes.push_back({.chemin = refus.detail, .code = refus.code, .message = dit.title});
    return rendre(dit);
}

http::Response ecrire(const Teleservice& service, Visite& visite) {
    const auto version = http::if_match(visite.requete);
    if (!version) return refuser(visite, version.error());
    const auto ecrit = visite.base.write([&](storage::Writer& db) {
        return teleservice::ecrire_part(
            db, demandeur(visite),
            {.part = designee(visite),
             .version = std::in_range<int>(*version) ? static_cast<int>(*version) : 0,
             .contenu = visite.requete.body},
            moyens_de(service, visite));
    });
    return ecrit ? montrer(service, visite) : refuser_la_part(visite, ecrit.error());
}

http::Response lister(Visite& visite) {
    return http::Response::json(visite.base.read([&](storage::Reader& db) {
        return parts_json(teleservice::parts_du_compte(db, demandeur(visite)));
    }));
}

http::Response accorder(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto dit = corps.booleen("accord");
    if (!dit) {
        const auto refus = core::refuse(core::Reason::invalid, "accord.attendu");
        auto faute = probleme(visite, refus);
        faute.fautes.push_back({.chemin = "accord", .code = refus.code, .message = faute.title});
        return http::problem(faute);
    }
    return repondre(visite, une_fois(visite, visite.requete.body,
                                     [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                         const auto vu = teleservice::accorder(
                                             db, demandeur(visite),
                                             {.membre = {.dossier = visite.requete.path("id"),
                                                         .finess_ej = corps.texte("finess_ej"),
                                                         .jeton = corps.texte("jeton")},
                                              .reponse = *dit ? teleservice::Reponse::oui
                                                              : teleservice::Reponse::non,
                                              .empreinte = corps.texte("empreinte")},
                                             moyens_de(service, visite));
                                         if (!vu) return vu.error();
                                         return ReponseGardee{201, accord_json(*vu)};
                                     }));
}

}  // namespace

void add_parts_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/parts",
                    .resume = "Les dossiers d'autres porteurs dont on est membre",
                    .permission = Permission::part_ecrire,
                    .action = lister});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/dossiers/{id}/parts/{finess_ej}",
                    .resume = "Sa part d'un dossier : établissements, accord, ce qui a changé "
                              "depuis, montants",
                    .permission = Permission::part_ecrire,
                    .action = [&](Visite& visite) { return montrer(service, visite); }});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::put,
                    .chemin = "/api/dossiers/{id}/parts/{finess_ej}",
                    .resume = "Écrire sa part : essms, organisme, recupere_tva ; If-Match porte "
                              "la version lue",
                    .permission = Permission::part_ecrire,
                    .action = [&](Visite& visite) { return ecrire(service, visite); },
                    .corps_au_plus = teleservice::contenu_max,
                    .types = {"application/json"}});
    garde::ajouter(routes, service.comptes,
                   ligne_gardee(Permission::part_ecrire,
                                ligne_json(Method::post, "/api/dossiers/{id}/accords",
                                           "Donner ou reprendre l'accord d'une entité sur sa part",
                                           avec_corps({"jeton", "finess_ej", "empreinte"},
                                                      [&](Visite& visite, const Corps& corps) {
                                                          return accorder(service, visite, corps);
                                                      }))));
}

}  // namespace grappe::api
