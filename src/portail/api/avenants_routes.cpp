// Routes of amendments: previewed, prepared, signed, given up, read.
#include "portail/api/acte_de_convention.hpp"
#include "portail/api/avenants_json.hpp"
#include "portail/api/comptes.hpp"
#include "portail/convention/avenant_dit.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using convention::AvenantLu, convention::Propose;
using garde::Visite;
using teleservice::ReponseGardee;

constexpr std::size_t corps_au_plus = std::size_t{256} * 1024;

// Every change that cannot be made, at its place.
http::Response reprocher(const Visite& visite, const CorpsDAvenant& corps,
                         const std::vector<convention::FauteDeChangement>& fautes) {
    const auto& phrases = visite.comptes.phrases;
    std::vector<http::ProblemFault> dites;
    for (const auto& faute : fautes)
        dites.push_back({.chemin = "changements[" + std::to_string(faute.rang) + "]",
                         .code = faute.code,
                         .message = convention::dire(faute, corps.changements, phrases)});
    const auto* code = "avenant.refuse";
    return http::problem({.status = 422,
                          .code = code,
                          .title = phrases.rendre(code, {}),
                          .fautes = std::move(dites)});
}

struct Lu {
    CorpsDAvenant corps;
    std::optional<int> vue;
};
core::Result<Lu> lire(const Visite& visite) {
    auto corps = lire_avenant(visite.requete.body);
    if (!corps) return corps.error();
    const auto vue = version_visee(visite.requete);
    if (!vue) return vue.error();
    return Lu{*std::move(corps), *vue};
}

convention::NouvelAvenant nouvel(const Visite& visite, const Lu& lu) {
    return {.convention = visite.requete.path("id"),
            .motif = lu.corps.motif,
            .changements = lu.corps.changements,
            .vue = lu.vue};
}

http::Response apercevoir(const Teleservice& service, Visite& visite) {
    const auto lu = lire(visite);
    if (!lu) return refuser(visite, lu.error());
    if (!lu->corps.fautes.empty()) return reprocher(visite, lu->corps, lu->corps.fautes);
    const auto propose = visite.base.read([&](storage::Reader& db) {
        return convention::apercevoir(db, demandeur(visite), nouvel(visite, *lu),
                                      moyens_de(service, visite));
    });
    if (!propose) return refuser(visite, propose.error());
    if (!propose->fautes.empty()) return reprocher(visite, lu->corps, propose->fautes);
    return http::Response::json(apercu_json(*propose, visite.comptes.phrases));
}

http::Response preparer(const Teleservice& service, Visite& visite) {
    const auto lu = lire(visite);
    if (!lu) return refuser(visite, lu.error());
    if (!lu->vue)
        return refuser(visite, core::refuse(core::Reason::conflict, "http.version_requise"));
    if (!lu->corps.fautes.empty()) return reprocher(visite, lu->corps, lu->corps.fautes);
    std::vector<convention::FauteDeChangement> fautes;
    auto reponse =
        agir(visite, {"avenant.preparer", "convention"},
             [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                 auto fait = convention::preparer_un_avenant(
                     db, demandeur(visite), nouvel(visite, *lu), moyens_de(service, visite));
                 if (!fait) return fait.error();
                 fautes = fait->fautes;
                 if (!fautes.empty())
                     return core::refuse(core::Reason::rule_not_met, "avenant.refuse");
                 return ReponseGardee{201, avenant_json(fait->lu, visite.comptes.phrases)};
             });
    return fautes.empty() ? reponse : reprocher(visite, lu->corps, fautes);
}

core::Result<ReponseGardee> repondre_par(const Visite& visite,
                                         const core::Result<AvenantLu>& fait) {
    if (!fait) return fait.error();
    return ReponseGardee{201, avenant_json(*fait, visite.comptes.phrases)};
}

http::Response signer(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto vue = version_visee(visite.requete);
    if (!vue) return refuser(visite, vue.error());
    return agir(visite, {"avenant.signer", "avenant"}, [&](storage::Writer& db) {
        return repondre_par(visite,
                            convention::signer_un_avenant(db, demandeur(visite),
                                                          {.avenant = visite.requete.path("id"),
                                                           .partie = corps.texte("partie"),
                                                           .mode = corps.texte("mode"),
                                                           .vue = *vue},
                                                          moyens_de(service, visite)));
    });
}

http::Response abandonner(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, {"avenant.abandonner", "avenant"}, [&](storage::Writer& db) {
        return repondre_par(
            visite, convention::abandonner(db, demandeur(visite),
                                           {visite.requete.path("id"), corps.texte("motif")},
                                           moyens_de(service, visite)));
    });
}

http::Response montrer(const Teleservice& service, Visite& visite) {
    const auto lu = visite.base.read([&](storage::Reader& db) {
        return convention::lire_un_avenant(db, demandeur(visite), visite.requete.path("id"),
                                           moyens_de(service, visite));
    });
    if (!lu) return refuser(visite, lu.error());
    return http::Response::json(avenant_json(*lu, visite.comptes.phrases));
}

http::Response lister(const Teleservice& service, Visite& visite) {
    const auto corps = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto sujet = convention::acceder(db, demandeur(visite), visite.requete.path("id"),
                                               Permission::convention_lire);
        if (!sujet) return sujet.error();
        return avenants_json(convention::lire_les_avenants(db, *sujet, moyens_de(service, visite)),
                             visite.comptes.phrases);
    });
    return corps ? http::Response::json(*corps) : refuser(visite, corps.error());
}

}  // namespace

void add_avenants_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes, corps_au_plus};
    ajout.poste(Permission::convention_preparer, "/api/conventions/{id}/avenants/apercu",
                "Calculer ce que donnerait un avenant, sans rien enregistrer",
                [&](Visite& visite) { return apercevoir(service, visite); });
    ajout.poste(Permission::convention_preparer, "/api/conventions/{id}/avenants",
                "Préparer un avenant : motif, et changements recalculés par les règles du dépôt",
                [&](Visite& visite) { return preparer(service, visite); });
    ajout.lecture(Permission::convention_lire, "/api/conventions/{id}/avenants",
                  "Les avenants d'une convention, avec ce que chacun change",
                  [&](Visite& visite) { return lister(service, visite); });
    ajout.lecture(Permission::convention_lire, "/api/avenants/{id}", "Un avenant",
                  [&](Visite& visite) { return montrer(service, visite); });
    ajout.poste(Permission::convention_signer, "/api/avenants/{id}/signatures",
                "Signer un avenant : partie porteur ou ars, mode electronique ou papier",
                avec_corps({"partie", "mode"}, [&](Visite& visite, const Corps& corps) {
                    return signer(service, visite, corps);
                }));
    ajout.poste(Permission::convention_preparer, "/api/avenants/{id}/abandon",
                "Abandonner un avenant qui attend ses signatures : motif",
                avec_corps({"motif"}, [&](Visite& visite, const Corps& corps) {
                    return abandonner(service, visite, corps);
                }));
}

}  // namespace grappe::api
