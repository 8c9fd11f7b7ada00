// POST and PUT of dossiers: begin, write, withdraw.
#include <utility>

#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/dossiers_json.hpp"
#include "portail/instruction/retrait.hpp"
#include "portail/teleservice/brouillon.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response creer(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto cree = une_fois(
        visite, visite.requete.body, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto dossier = teleservice::creer(db, demandeur(visite), corps.texte("appel"),
                                                    service.portail.appels);
            if (!dossier) return dossier.error();
            return ReponseGardee{201, resume_json(*dossier)};
        });
    return repondre(visite, cree);
}

// The version in place, and each field that others changed since the one that was read.
http::Response perimee(Visite& visite, const core::Refusal& refus,
                       const teleservice::Ecriture& ecriture) {
    auto dit = probleme(visite, refus);
    const auto trouves =
        visite.base.read([&](storage::Reader& db) { return teleservice::ecarts_de(db, ecriture); });
    const auto ou_rien = [](const std::optional<std::string>& texte) {
        return texte.value_or("(rien)");
    };
    for (const auto& ecart : trouves) {
        const auto* code = ecart.en_conflit() ? "dossier.champ_en_conflit" : "dossier.champ_change";
        dit.fautes.push_back({.chemin = ecart.chemin,
                              .code = code,
                              .message = visite.comptes.phrases.rendre(
                                  code, {{"en_place", ou_rien(ecart.en_place)},
                                         {"propose", ou_rien(ecart.propose)}})});
    }
    return rendre(dit);
}

http::Response ecrit(const Teleservice& service, Visite& visite,
                     const teleservice::Dossier& dossier, dossier::TexteLu contenu) {
    auto corps = resume_json(dossier);
    corps.back() = ',';
    visite.base.read([&](storage::Reader& db) {
        const auto en_place = etat_en_place(db, teleservice::Redige{dossier, std::move(contenu)},
                                            service.portail.moyens, visite.moyens.maintenant);
        const auto& [etat, depot, instant, regles] = en_place;
        corps.append("\"analyse\":")
            .append(analyse_json(etat, candidature_de(etat, regles, instant, "")))
            .append("}");
        return true;
    });
    auto reponse = http::Response::json(std::move(corps));
    reponse.fields.push_back({"ETag", etag(dossier.version)});
    return reponse;
}

http::Response ecrire(const Teleservice& service, Visite& visite) {
    const auto version = http::if_match(visite.requete);
    if (!version) return refuser(visite, version.error());
    const teleservice::Ecriture ecriture{.dossier = visite.requete.path("id"),
                                         .version = version_lue(*version),
                                         .contenu = visite.requete.body};
    dossier::TexteLu contenu{std::string{ecriture.contenu}};
    const auto dossier = visite.base.write_soon([&](storage::Writer& db) {
        const auto qui = demandeur(visite);
        const auto demande = demander_pour(db, qui, ecriture.dossier, teleservice::Acte::ecrire);
        if (!demande) return demande;
        return teleservice::ecrire(db, qui,
                                   teleservice::EcritureLue{*demande, ecriture.version, contenu},
                                   moyens_de(service, visite));
    });
    if (dossier) return ecrit(service, visite, *dossier, std::move(contenu));
    if (dossier.error().code == "dossier.version_perimee")
        return perimee(visite, dossier.error(), ecriture);
    return refuser(visite, dossier.error());
}

http::Response retirer(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto retire = une_fois(
        visite, visite.requete.body, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto dossier = instruction::retirer(
                db, demandeur(visite),
                {.dossier = visite.requete.path("id"), .motif = corps.texte("motif")},
                moyens_de(service, visite));
            if (!dossier) return dossier.error();
            return ReponseGardee{201, resume_json(*dossier)};
        });
    return repondre(visite, retire);
}

}  // namespace

void add_dossiers_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(
        routes, service.comptes,
        ligne_gardee(Permission::dossier_creer,
                     ligne_json(Method::post, "/api/dossiers", "Commencer un dossier",
                                avec_corps({"appel"}, [&](Visite& visite, const Corps& corps) {
                                    return creer(service, visite, corps);
                                }))));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::put,
                    .chemin = "/api/dossiers/{id}",
                    .resume = "Écrire le contenu d'un dossier, gardé tel qu'il est écrit ; "
                              "If-Match porte la version lue",
                    .permission = Permission::dossier_ecrire,
                    .action = [&](Visite& visite) { return ecrire(service, visite); },
                    .corps_au_plus = teleservice::contenu_max,
                    .types = {"application/json"}});
    garde::ajouter(
        routes, service.comptes,
        ligne_gardee(Permission::dossier_deposer,
                     ligne_json(Method::post, "/api/dossiers/{id}/retrait", "Retirer un dossier",
                                avec_corps({"motif"}, [&](Visite& visite, const Corps& corps) {
                                    return retirer(service, visite, corps);
                                }))));
}

}  // namespace grappe::api
