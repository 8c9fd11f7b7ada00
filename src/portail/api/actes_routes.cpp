// Agreements and minutes as PDFs, by the API and from the pages alike.
#include "portail/actes/avenant_pdf.hpp"
#include "portail/actes/convention_pdf.hpp"
#include "portail/actes/proces_verbal_pdf.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/comite/proces_verbal.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;

http::Response en_pdf(std::string nom, std::string octets) {
    return {.content_type = "application/pdf",
            .body = std::move(octets),
            .fields = {{"Content-Disposition", "inline; filename=\"" + std::move(nom) + ".pdf\""}}};
}

std::string mention_de(const Teleservice& service) {
    const bool fixee = service.portail.horloge == socle::Horloge::fixee;
    return fixee ? service.portail.phrases.rendre("documents.horloge_fixee", {}) : std::string{};
}

http::Response convention(const Teleservice& service, Visite& visite) {
    const auto moyens = moyens_de(service, visite);
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return actes::lire(db, demandeur(visite), visite.requete.path("id"), moyens);
    });
    if (!lue) return refuser(visite, lue.error());
    const auto mention = mention_de(service);
    return en_pdf("convention-" + lue->code,
                  actes::convention_en_pdf(*lue, {.modele = service.modeles.convention,
                                                  .phrases = service.portail.phrases,
                                                  .adresse_publique = moyens.adresse_publique,
                                                  .mention = mention}));
}

http::Response avenant(const Teleservice& service, Visite& visite) {
    const auto moyens = moyens_de(service, visite);
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return actes::lire_l_avenant(db, demandeur(visite), visite.requete.path("id"), moyens);
    });
    if (!lu) return refuser(visite, lu.error());
    const auto mention = mention_de(service);
    return en_pdf("avenant-" + (*lu)->code,
                  actes::avenant_en_pdf(**lu, {.phrases = service.portail.phrases,
                                               .adresse_publique = moyens.adresse_publique,
                                               .mention = mention}));
}

http::Response proces_verbal(const Teleservice& service, Visite& visite) {
    const auto id = visite.requete.path("id");
    const auto moyens = moyens_de(service, visite);
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return comite::proces_verbal(db, demandeur(visite), id, moyens);
    });
    if (!lu) {
        comite::noter_le_refus(visite.base, demandeur(visite), {"comite.lire", id, lu.error()});
        return refuser(visite, lu.error());
    }
    return en_pdf("proces-verbal-" + lu->comite.tenu_le.text(),
                  actes::proces_verbal_en_pdf(*lu, service.portail.phrases, mention_de(service)));
}

}  // namespace

void add_actes_routes(http::Routes& routes, const Teleservice& service) {
    struct Ligne {
        std::string_view chemin, resume;
        Permission permission;
        http::Response (*action)(const Teleservice&, Visite&);
    };
    constexpr std::string_view de_la_convention = "La convention en PDF, telle qu'elle est signée",
                               de_l_avenant = "Un avenant en PDF, tel qu'il est signé",
                               du_comite = "Le procès-verbal d'un comité, en PDF";
    for (const auto& [chemin, resume, permission, action] :
         {Ligne{"/api/dossiers/{id}/convention.pdf", de_la_convention, Permission::convention_lire,
                convention},
          Ligne{"/dossiers/{id}/convention.pdf", de_la_convention, Permission::convention_lire,
                convention},
          Ligne{"/api/avenants/{id}/avenant.pdf", de_l_avenant, Permission::convention_lire,
                avenant},
          Ligne{"/avenants/{id}/avenant.pdf", de_l_avenant, Permission::convention_lire, avenant},
          Ligne{"/api/comites/{id}/proces-verbal.pdf", du_comite, Permission::resultat_notifier,
                proces_verbal},
          Ligne{"/bureau/comites/{id}/proces-verbal.pdf", du_comite, Permission::resultat_notifier,
                proces_verbal}})
        garde::ajouter(
            routes, service.comptes,
            {.methode = Method::get,
             .chemin = chemin,
             .resume = resume,
             .permission = permission,
             .action = [&service, action](Visite& visite) { return action(service, visite); },
             .repond = "application/pdf"});
}

}  // namespace grappe::api
