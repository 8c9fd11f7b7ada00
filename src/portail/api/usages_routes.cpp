// Routes of usage reports: keys, reports as they come, lists, draws and proofs.
#include <algorithm>

#include "core/integer.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/reception_rapport.hpp"
#include "portail/api/usages_json.hpp"
#include "portail/reception/usages_rendus.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/usages/controle.hpp"
#include "portail/usages/part.hpp"
#include "secret/empreinte.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;
using usages::Nature;

Nature nature_de(const http::Request& requete) {
    return requete.field("content-type").starts_with("text/csv") ? Nature::declare : Nature::signe;
}

http::Response recevoir(const Teleservice& service, Visite& visite) {
    return recevoir_le_rapport(
        service, visite, nature_de(visite.requete), [&](storage::Writer& db, const usages::Lu& lu) {
            return usages::recevoir(db, demandeur(visite), {lu, visite.requete.body},
                                    service.usages);
        });
}

usages::Critere critere_de(const http::Request& requete) {
    const auto texte = [&](std::string_view nom) {
        return std::string{requete.query(nom).value_or("")};
    };
    usages::Critere critere{.guichet = texte("region"),
                            .nature = texte("nature"),
                            .au = texte("au"),
                            .finess = texte("finess"),
                            .questions = texte("questions") == "oui"};
    constexpr std::int64_t page_max = 100'000;
    const auto page = core::integer<std::int64_t>(texte("page")).value_or(1);
    critere.debut = (std::clamp<std::int64_t>(page, 1, page_max) - 1) * critere.limite;
    return critere;
}

// A member's are few: one page.
usages::Liste ses_parts(storage::Reader& db, const Teleservice& service, const Visite& visite) {
    usages::Liste liste{
        .rapports = usages::lister_les_parts(db, demandeur(visite), service.usages.registre)};
    liste.total = static_cast<std::int64_t>(liste.rapports.size());
    return liste;
}

http::Response lister(const Teleservice& service, Visite& visite) {
    const bool parts = visite.requete.query("parts") == "oui";
    const auto critere = parts ? usages::Critere{} : critere_de(visite.requete);
    const auto liste = visite.base.read([&](storage::Reader& db) {
        return parts ? ses_parts(db, service, visite)
                     : usages::lister(db, visite.qui().acteur, critere);
    });
    return http::Response::json(liste_json(liste, critere));
}

http::Response refuser_la_lecture(const Visite& visite, const core::Refusal& refus) {
    const auto objet = usages::objet_du_journal(visite.requete.path("id"));
    teleservice::noter_le_refus(visite.base, demandeur(visite), {"usage.lire", objet, refus.code});
    return refuser(visite, refus);
}

http::Response montrer(const Teleservice& service, Visite& visite) {
    const auto vu = visite.base.read([&](storage::Reader& db) {
        return usages::lire_ou_sa_part(db, demandeur(visite), visite.requete.path("id"),
                                       service.usages.registre);
    });
    if (!vu) return refuser_la_lecture(visite, vu.error());
    return http::Response::json(
        rapport_json({*vu, service.usages, visite.comptes.phrases, Moment::complet}));
}

http::Response rendre_le_fichier(Visite& visite) {
    auto fichier = visite.base.read([&](storage::Reader& db) {
        return usages::lire_le_fichier(db, demandeur(visite), visite.requete.path("id"));
    });
    if (!fichier) return refuser_la_lecture(visite, fichier.error());
    return reception::en_fichier(*std::move(fichier));
}

usages::TirageVise tirage_vise(const Visite& visite) {
    return {visite.requete.path("id"), visite.requete.path("tirage")};
}

http::Response rendre_le_tirage(Visite& visite) {
    auto fichier = visite.base.read([&](storage::Reader& db) {
        return usages::fichier_du_tirage(db, demandeur(visite), tirage_vise(visite));
    });
    if (!fichier) return refuser_la_lecture(visite, fichier.error());
    return reception::en_tirage(*std::move(fichier));
}

http::Response tirer(Visite& visite, const Corps& corps) {
    const auto nombre = corps.entier("nombre").value_or(0);
    const auto reponse = une_fois(
        visite, visite.requete.body, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto tirage = usages::tirer(
                db, demandeur(visite),
                {visite.requete.path("id"), corps.texte("graine"), nombre, corps.texte("source")},
                identity::poste_de(visite.moyens));
            if (!tirage) return tirage.error();
            return ReponseGardee{201, tirage_json(*tirage)};
        });
    return repondre(visite, reponse);
}

http::Response prouver(Visite& visite) {
    const auto& octets = visite.requete.body;
    const auto reponse =
        une_fois(visite, octets, [&](storage::Writer& db) -> core::Result<ReponseGardee> {
            const auto preuves = usages::recevoir_les_preuves(
                db, demandeur(visite), {tirage_vise(visite), octets}, visite.comptes.phrases);
            if (!preuves) return preuves.error();
            return ReponseGardee{201, preuves_json(*preuves)};
        });
    if (!reponse && reponse.error().code.starts_with("usages.")) {
        const auto objet = usages::objet_du_journal(visite.requete.path("id"));
        teleservice::noter_le_refus(visite.base, demandeur(visite),
                                    {"usage.prouver", objet, reponse.error().code});
    }
    return repondre(visite, reponse);
}

http::Response les_cles(Visite& visite) {
    const auto cles = visite.base.read(
        [&](storage::Reader& db) { return usages::cles_de(db, visite.qui().acteur.compte); });
    return http::Response::json(cles_json(cles));
}

http::Response poser_une_cle(Visite& visite, const Corps& corps) {
    const auto posee = usages::enregistrer_la_cle(visite.moyens, demandeur(visite),
                                                  {corps.texte("dui"), corps.texte("cle_publique")},
                                                  secret::Secret{corps.texte("mot_de_passe")});
    if (!posee) return refuser(visite, posee.error());
    auto reponse = http::Response::json(cle_json(*posee));
    reponse.status = 201;
    return reponse;
}

void ajouter_les_rapports(http::Routes& routes, const Teleservice& service) {
    const auto lire = [&](std::string_view chemin, std::string_view resume, garde::Action action) {
        garde::ajouter(routes, service.comptes,
                       {.methode = Method::get,
                        .chemin = chemin,
                        .resume = resume,
                        .permission = Permission::usage_lire,
                        .action = std::move(action)});
    };
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::post,
                    .chemin = "/api/rapports-usage",
                    .resume = "Transmettre un rapport d'usage : signé (JSON), ou déclaré (CSV)",
                    .permission = Permission::usage_declarer,
                    .action = [&](Visite& visite) { return recevoir(service, visite); },
                    .corps_au_plus = usages::rapport_max,
                    .types = {"application/json", "text/csv"}});
    garde::ajouter(
        routes, service.comptes,
        {.methode = Method::get,
         .chemin = "/api/rapports-usage",
         .resume = "Les rapports d'usage : les siens, ceux de son guichet, ou tous",
         .permission = Permission::usage_lire,
         .action = [&](Visite& visite) { return lister(service, visite); },
         .parametres = {{"nature", "signe ou declare"},
                        {"au", "Jour mesuré"},
                        {"finess", "Un établissement"},
                        {"region", "Un guichet : code de région ou national"},
                        {"questions", "oui : ceux qui portent un constat"},
                        {"parts", "oui : ceux où l'on a une part de membre, réduits à elle"},
                        {"page", "Cinquante rapports la page, 1 pour la première"}}});
    lire("/api/rapports-usage/{id}", "Un rapport d'usage, à côté de la mesure précédente",
         [&](Visite& visite) { return montrer(service, visite); });
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/rapports-usage/{id}/fichier",
                    .resume = "Les octets d'un rapport d'usage, tels qu'ils sont venus",
                    .permission = Permission::usage_lire,
                    .action = rendre_le_fichier,
                    .repond = "application/octet-stream"});
    lire("/api/rapports-usage/{id}/tirages/{tirage}",
         "Un tirage, comme grappe-portail rapport tirage l'écrit", rendre_le_tirage);
}

}  // namespace

void add_usages_routes(http::Routes& routes, const Teleservice& service) {
    ajouter_les_rapports(routes, service);
    const auto poster = [&](Permission permission, std::string_view chemin, std::string_view resume,
                            garde::Action action) {
        garde::ajouter(
            routes, service.comptes,
            ligne_gardee(permission, ligne_json(Method::post, chemin, resume, std::move(action))));
    };
    poster(Permission::dossier_instruire, "/api/rapports-usage/{id}/tirages",
           "Tirer des feuilles au sort, d'une graine publique : graine, nombre, source",
           avec_corps({"graine", "source"}, tirer));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::post,
                    .chemin = "/api/rapports-usage/{id}/tirages/{tirage}/preuves",
                    .resume = "Transmettre les preuves d'un tirage, telles que le DUI les écrit",
                    .permission = Permission::usage_declarer,
                    .action = prouver,
                    .corps_au_plus = usages::preuves_max,
                    .types = {"application/json"}});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/cles-usage",
                    .resume = "Les clés publiques de ses DUI, en vigueur et anciennes",
                    .permission = Permission::usage_declarer,
                    .action = les_cles});
    poster(Permission::usage_declarer, "/api/cles-usage",
           "Enregistrer la clé publique d'un DUI, ou la changer : dui, cle_publique, mot_de_passe",
           avec_corps({"dui", "cle_publique", "mot_de_passe"}, poser_une_cle));
}

}  // namespace grappe::api
