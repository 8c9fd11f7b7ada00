// Routes of those that support a porteur (GRADeS, Collectif SI): invite, relaunch, withdraw, read.
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/membres_json.hpp"
#include "portail/teleservice/soutien.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

std::string_view champ_de(std::string_view code) {
    if (code == "soutien.role") return "role";
    return code.starts_with("courriel.") ? "courriel" : "";
}

http::Response inviter(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre_au_champ(
        visite,
        une_fois(visite, visite.requete.body,
                 [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                     const auto role = corps.texte("role"), courriel = corps.texte("courriel");
                     const auto soutien = teleservice::inviter_un_soutien(
                         db, demandeur(visite),
                         {.dossier = visite.requete.path("id"), .role = role, .courriel = courriel},
                         moyens_de(service, visite));
                     if (!soutien) return soutien.error();
                     return ReponseGardee{201, soutien_json(*soutien)};
                 }),
        champ_de);
}

teleservice::SoutienDesigne designe(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .soutien = visite.requete.path("soutien")};
}

http::Response relancer(const Teleservice& service, Visite& visite) {
    return repondre(visite,
                    une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                        const auto soutien = teleservice::relancer_un_soutien(
                            db, demandeur(visite), designe(visite), moyens_de(service, visite));
                        if (!soutien) return soutien.error();
                        return ReponseGardee{201, soutien_json(*soutien)};
                    }));
}

http::Response retirer(const Teleservice& service, Visite& visite) {
    const auto fait = une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto retire = teleservice::retirer_un_soutien(db, demandeur(visite), designe(visite),
                                                            moyens_de(service, visite));
        if (!retire) return retire.error();
        return ReponseGardee{204, ""};
    });
    return fait ? sans_contenu() : refuser(visite, fait.error());
}

http::Response lister(Visite& visite) {
    const auto lus = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_les_soutiens(db, demandeur(visite), visite.requete.path("id"));
    });
    return lus ? http::Response::json(soutiens_json(*lus)) : refuser(visite, lus.error());
}

}  // namespace

void add_soutiens_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes lignes{routes, service.comptes};
    lignes.poste(Permission::membre_inviter, "/api/dossiers/{id}/soutiens",
                 "Inviter un GRADeS ou le Collectif SI : un courriel suit",
                 avec_corps({"role", "courriel"}, [&](Visite& visite, const Corps& corps) {
                     return inviter(service, visite, corps);
                 }));
    lignes.poste(Permission::membre_inviter, "/api/dossiers/{id}/soutiens/{soutien}/relance",
                 "Envoyer une nouvelle invitation à la même adresse",
                 [&](Visite& visite) { return relancer(service, visite); });
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::delete_,
                    .chemin = "/api/dossiers/{id}/soutiens/{soutien}",
                    .resume = "Retirer une invitation ou un accès ; il en est prévenu",
                    .permission = Permission::membre_inviter,
                    .action = [&](Visite& visite) { return retirer(service, visite); }});
    lignes.lecture(Permission::membre_inviter, "/api/dossiers/{id}/soutiens",
                   "Les GRADeS et Collectif SI invités dans un dossier", lister);
}

}  // namespace grappe::api
