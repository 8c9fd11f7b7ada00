// GET of dossiers: the list of those that one may read, one of them, its analysis, its past.
#include "portail/api/administration_json.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/teleservice/lecture.hpp"
#include "portail/teleservice/part_du_membre.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;

// What the actor may see of it: a desk, what was deposited.
template <class Rendre>
http::Response montrer(const Teleservice& service, Visite& visite, Rendre rendre) {
    const auto corps = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto vue = teleservice::lire(db, demandeur(visite), visite.requete.path("id"),
                                           service.portail.moyens);
        if (!vue) return vue.error();
        return rendre(db, *vue);
    });
    return corps ? http::Response::json(*corps) : refuser(visite, corps.error());
}

// A member reads what all share and its own lines; anybody else gets the refusal.
http::Response en_membre(const Teleservice& service, Visite& visite, http::Response refus) {
    const auto reduit = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_en_membre(db, demandeur(visite), visite.requete.path("id"),
                                           service.portail.moyens);
    });
    if (!reduit) return refus;
    auto reponse = http::Response::json(dossier_reduit_json(reduit->dossier, reduit->contenu));
    reponse.fields.push_back({"ETag", etag(reduit->dossier.version)});
    return reponse;
}

// Who advises a porteur reads its dossier, not what the committee said of it.
std::vector<comite::Resultat> resultats_lus(storage::Reader& db, const Visite& visite,
                                            const teleservice::Dossier& dossier) {
    if (!access::peut(visite.qui().acteur, Permission::resultat_lire, dossier.portee())) return {};
    return comite::resultats(db, dossier.id);
}

http::Response un(const Teleservice& service, Visite& visite) {
    int version = 0;
    auto reponse = montrer(service, visite, [&](storage::Reader& db, const teleservice::Vue& vue) {
        version = vue.etat.dossier.version;
        return dossier_json({vue.etat, vue.depot, instruction::echanges(db, vue.etat.dossier.id),
                             resultats_lus(db, visite, vue.etat.dossier)});
    });
    if (reponse.status == 403) return en_membre(service, visite, std::move(reponse));
    if (reponse.status == 200) reponse.fields.push_back({"ETag", etag(version)});
    return reponse;
}

http::Response analyse(const Teleservice& service, Visite& visite) {
    return montrer(service, visite, [&](storage::Reader&, const teleservice::Vue& vue) {
        return analyse_json(vue.etat,
                            candidature_de(vue.etat, service.portail.moyens, vue.instant, ""));
    });
}

http::Response historique(Visite& visite) {
    const auto corps = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto passe =
            teleservice::historique(db, demandeur(visite), visite.requete.path("id"));
        if (!passe) return passe.error();
        return histoire_json({passe->versions, passe->passages, passe->depots,
                              interventions_json(passe->interventions, visite.comptes.phrases),
                              passe->nationales});
    });
    return corps ? http::Response::json(*corps) : refuser(visite, corps.error());
}

// Byte for byte.
http::Response version(Visite& visite) {
    const auto texte = visite.base.read([&](storage::Reader& db) {
        return teleservice::lire_version(db, demandeur(visite), visite.requete.path("id"),
                                         visite.requete.path("version"));
    });
    return texte ? http::Response::json(*texte) : refuser(visite, texte.error());
}

}  // namespace

void add_lecture_routes(http::Routes& routes, const Teleservice& service) {
    const auto lire = [&](std::string_view chemin, std::string_view resume, garde::Action action) {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::dossier_lire,
                        .action = std::move(action)});
    };
    lire("/api/dossiers/{id}", "Un dossier : contenu, pièces, récépissé",
         [&](Visite& visite) { return un(service, visite); });
    lire("/api/dossiers/{id}/analyse", "Ce que les règles disent d'un dossier, même inachevé",
         [&](Visite& visite) { return analyse(service, visite); });
    lire("/api/dossiers/{id}/historique", "Versions, changements d'état et dépôts", historique);
    lire("/api/dossiers/{id}/versions/{version}", "Le contenu d'une version, octet pour octet",
         version);
}

}  // namespace grappe::api
