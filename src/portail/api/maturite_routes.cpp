// Self-assessment of the information system, by body: read, write, take away.
#include <utility>

#include "portail/api/dossiers.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/pieces/formats.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using documents::FicheDeMaturite;
using garde::Visite;
using http::Method;

constexpr std::size_t fiche_au_plus = std::size_t{64} * 1024;

documents::FicheVisee visee(const Visite& visite) {
    return {.dossier = visite.requete.path("id"), .organisme = visite.requete.path("organisme")};
}

core::Result<FicheDeMaturite> lue(Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return documents::fiche_de(db, demandeur(visite), visee(visite));
    });
}

http::Response rendre(const core::Result<FicheDeMaturite>& fiche, const Visite& visite) {
    if (!fiche) return refuser(visite, fiche.error());
    auto reponse = http::Response::json(documents::fiche_json(*fiche));
    reponse.fields.push_back({"ETag", etag(fiche->version)});
    return reponse;
}

http::Response toutes(const Teleservice& service, Visite& visite) {
    const auto fiches = visite.base.read([&](storage::Reader& db) {
        return documents::lire_fiches(db, demandeur(visite), visite.requete.path("id"));
    });
    if (!fiches) return refuser(visite, fiches.error());
    auto corps = "{\"cadre\":" + documents::cadre_json(service.maturite) + ",\"fiches\":[";
    for (const auto& fiche : *fiches) {
        if (corps.back() != '[') corps += ',';
        corps += documents::fiche_json(fiche);
    }
    return http::Response::json(corps.append("]}"));
}

http::Response ecrire(const Teleservice& service, Visite& visite) {
    const auto version = http::if_match(visite.requete);
    if (!version) return refuser(visite, version.error());
    auto reponses = documents::lire_reponses(visite.requete.body, service.maturite);
    if (!reponses) return refuser(visite, reponses.error());
    const documents::EcritureDeFiche ecriture{
        .visee = visee(visite),
        .version = std::in_range<int>(*version) ? static_cast<int>(*version) : -1,
        .reponses = std::move(reponses).value()};
    return rendre(visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_fiche(db, demandeur(visite), ecriture);
    }),
                  visite);
}

http::Response fichier(const Teleservice& service, Visite& visite, pieces::Format format) {
    const auto fiche = lue(visite);
    if (!fiche) return refuser(visite, fiche.error());
    const documents::FicheImprimee imprimee{.fiche = *fiche,
                                            .cadre = service.maturite,
                                            .nom = {},
                                            .maintenant = visite.moyens.maintenant};
    const auto& phrases = service.portail.phrases;
    const auto nom = "maturite-" + fiche->organisme + "." + std::string{core::name_of(format)};
    return {.content_type = pieces::type_mime(format),
            .body = format == pieces::Format::pdf ? documents::fiche_en_pdf(imprimee, phrases)
                                                  : documents::fiche_en_xlsx(imprimee, phrases),
            .fields = {{"Content-Disposition", "attachment; filename=\"" + nom + "\""}}};
}

}  // namespace

void add_maturite_routes(http::Routes& routes, const Teleservice& service) {
    const auto lire = [&](std::string_view chemin, std::string_view resume, garde::Action action) {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::dossier_lire,
                        .action = std::move(action)});
    };
    lire("/api/dossiers/{id}/maturite",
         "Le cadre de l'auto-évaluation et les réponses des organismes, sans aucun score",
         [&](Visite& visite) { return toutes(service, visite); });
    const auto rendre_un_fichier = [&](std::string_view chemin, std::string_view resume,
                                       pieces::Format format) {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::dossier_lire,
                        .action = [&service, format](
                                      Visite& visite) { return fichier(service, visite, format); },
                        .repond = pieces::type_mime(format)});
    };
    rendre_un_fichier("/api/dossiers/{id}/maturite/{organisme}.pdf",
                      "Les réponses d'un organisme, en PDF", pieces::Format::pdf);
    rendre_un_fichier("/api/dossiers/{id}/maturite/{organisme}.xlsx",
                      "Les réponses d'un organisme, en XLSX", pieces::Format::xlsx);
    lire("/api/dossiers/{id}/maturite/{organisme}", "Les réponses d'un organisme (FINESS EJ)",
         [](Visite& visite) { return rendre(lue(visite), visite); });
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::put,
                    .chemin = "/api/dossiers/{id}/maturite/{organisme}",
                    .resume = "Écrire les réponses d'un organisme ; If-Match porte la version "
                              "lue, \"0\" la première fois",
                    .permission = Permission::dossier_ecrire,
                    .action = [&](Visite& visite) { return ecrire(service, visite); },
                    .corps_au_plus = fiche_au_plus,
                    .types = {"application/json"}});
}

}  // namespace grappe::api
