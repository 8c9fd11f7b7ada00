// Routes of members: invite, relaunch, take away, read; an invitation seen and accepted.
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

// Whose fault it is: a field of the invitation, or nobody's.
std::string_view champ_de(std::string_view code) {
    if (code.starts_with("finess.")) return "finess_ej";
    return code.starts_with("courriel.") ? "courriel" : "";
}

http::Response inviter(const Teleservice& service, Visite& visite, const Corps& corps) {
    return repondre_au_champ(visite,
                             une_fois(visite, visite.requete.body,
                                      [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                          const auto membre = teleservice::inviter(
                                              db, demandeur(visite),
                                              {.dossier = visite.requete.path("id"),
                                               .finess_ej = corps.texte("finess_ej"),
                                               .courriel = corps.texte("courriel")},
                                              moyens_de(service, visite));
                                          if (!membre) return membre.error();
                                          return ReponseGardee{201, membre_json(*membre)};
                                      }),
                             champ_de);
}

teleservice::MembreDesigne designe(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .membre = visite.requete.path("membre")};
}

http::Response relancer(const Teleservice& service, Visite& visite) {
    return repondre(visite,
                    une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                        const auto membre = teleservice::relancer(
                            db, demandeur(visite), designe(visite), moyens_de(service, visite));
                        if (!membre) return membre.error();
                        return ReponseGardee{201, membre_json(*membre)};
                    }));
}

http::Response oter(const Teleservice& service, Visite& visite) {
    const auto fait = une_fois(visite, "", [&](storage::Writer& db) -> core::Result<ReponseGardee> {
        const auto ote =
            teleservice::oter(db, demandeur(visite), designe(visite), moyens_de(service, visite));
        if (!ote) return ote.error();
        return ReponseGardee{204, ""};
    });
    return fait ? sans_contenu() : refuser(visite, fait.error());
}

http::Response lister(const Teleservice& service, Visite& visite) {
    const auto lus = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_les_membres(db, demandeur(visite), visite.requete.path("id"),
                                             service.portail.moyens);
    });
    return lus ? http::Response::json(membres_json(*lus)) : refuser(visite, lus.error());
}

http::Response invitation(Visite& visite) {
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_invitation(db, visite.requete.query("jeton").value_or(""),
                                            visite.moyens.maintenant);
    });
    return lue ? http::Response::json(invitation_json(*lue)) : refuser(visite, lue.error());
}

std::string invite_json(const membres::Membre& membre) { return membre_json(membre); }
std::string invite_json(const membres::Soutien& soutien) { return soutien_json(soutien); }

http::Response accepter(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto jeton = corps.texte("jeton");
    return repondre(visite,
                    une_fois(visite, visite.requete.body,
                             [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                                 const auto accepte = teleservice::accepter_le_lien(
                                     db, demandeur(visite), jeton, moyens_de(service, visite));
                                 if (!accepte) return accepte.error();
                                 const auto ecrire = [](const auto& un) { return invite_json(un); };
                                 return ReponseGardee{201, std::visit(ecrire, *accepte)};
                             }));
}

}  // namespace

void add_membres_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes lignes{routes, service.comptes};
    lignes.poste(Permission::membre_inviter, "/api/dossiers/{id}/membres",
                 "Inviter le membre d'une entité juridique : un courriel suit",
                 avec_corps({"finess_ej", "courriel"}, [&](Visite& visite, const Corps& corps) {
                     return inviter(service, visite, corps);
                 }));
    lignes.poste(Permission::membre_inviter, "/api/dossiers/{id}/membres/{membre}/relance",
                 "Envoyer une nouvelle invitation à la même adresse",
                 [&](Visite& visite) { return relancer(service, visite); });
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::delete_,
                    .chemin = "/api/dossiers/{id}/membres/{membre}",
                    .resume = "Retirer un membre ; ses établissements restent",
                    .permission = Permission::membre_inviter,
                    .action = [&](Visite& visite) { return oter(service, visite); }});
    lignes.lecture(Permission::dossier_lire, "/api/dossiers/{id}/membres",
                   "Les membres d'un dossier, leurs parts et leurs accords",
                   [&](Visite& visite) { return lister(service, visite); });
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/invitations",
                    .resume = "Ce qu'une invitation propose, à qui en tient le lien",
                    .permission = std::nullopt,
                    .action = invitation,
                    .parametres = {{"jeton", "Jeton reçu par courriel"}}});
    lignes.poste(Permission::invitation_accepter, "/api/invitations/acceptation",
                 "Accepter une invitation : le compte devient membre ou soutien",
                 avec_corps({"jeton"}, [&](Visite& visite, const Corps& corps) {
                     return accepter(service, visite, corps);
                 }));
}

}  // namespace grappe::api
