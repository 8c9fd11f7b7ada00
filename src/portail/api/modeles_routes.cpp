// Models that the portail prepares for a dossier, and its plannings.
#include <utility>

#include "portail/api/dossiers.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;

constexpr std::size_t planning_au_plus = std::size_t{64} * 1024;

http::Response lister(const Teleservice& service, Visite& visite) {
    const auto id = visite.requete.path("id");
    const auto offerts = visite.base.read([&](storage::Reader& db) {
        return documents::lister_les_modeles(db, demandeur(visite), id, service.portail.moyens);
    });
    if (!offerts) return refuser(visite, offerts.error());
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.cle("modeles");
    json.ouvrir_liste();
    for (const auto& un : *offerts) {
        json.ouvrir_objet();
        json.membre("piece", un.piece);
        json.membre("fichier", un.fichier);
        json.membre("adresse",
                    "/api/dossiers/" + std::string{id} + "/modeles/" + std::string{un.nom});
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response donner(const Teleservice& service, Visite& visite) {
    auto prepare = visite.base.read([&](storage::Reader& db) {
        return documents::preparer(
            db, demandeur(visite),
            {.dossier = visite.requete.path("id"), .nom = visite.requete.path("nom")},
            {.regles = service.portail.moyens, .modeles = service.modeles});
    });
    if (!prepare) return refuser(visite, prepare.error());
    auto fichier = *std::move(prepare);
    return {.content_type = fichier.type,
            .body = std::move(fichier.octets),
            .fields = {{"Content-Disposition", "attachment; filename=\"" + fichier.nom + "\""}}};
}

http::Response rendre(const core::Result<documents::Planning>& planning, const Visite& visite) {
    if (!planning) return refuser(visite, planning.error());
    auto reponse = http::Response::json(documents::planning_json(*planning));
    reponse.fields.push_back({"ETag", etag(planning->version)});
    return reponse;
}

http::Response lire_planning(const Teleservice& service, Visite& visite) {
    return rendre(visite.base.read([&](storage::Reader& db) {
        return documents::planning_du_dossier(db, demandeur(visite), visite.requete.path("id"),
                                              service.modeles.phases);
    }),
                  visite);
}

http::Response ecrire_planning(Visite& visite) {
    const auto version = http::if_match(visite.requete);
    if (!version) return refuser(visite, version.error());
    auto phases = documents::lire_phases(visite.requete.body);
    if (!phases) return refuser(visite, phases.error());
    const documents::EcritureDuPlanning ecriture{
        .dossier = visite.requete.path("id"),
        .version = std::in_range<int>(*version) ? static_cast<int>(*version) : -1,
        .phases = std::move(phases).value()};
    return rendre(visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_planning(db, demandeur(visite), ecriture);
    }),
                  visite);
}

}  // namespace

void add_modeles_routes(http::Routes& routes, const Teleservice& service) {
    const auto ajouter = [&](garde::Ligne ligne) {
        garde::ajouter(routes, service.comptes, std::move(ligne));
    };
    ajouter({.methode = Method::get,
             .chemin = "/api/dossiers/{id}/modeles",
             .resume = "Les modèles préparés pour ce dossier : ceux des pièces que l'appel demande",
             .permission = Permission::dossier_ecrire,
             .action = [&](Visite& visite) { return lister(service, visite); }});
    ajouter({.methode = Method::get,
             .chemin = "/api/dossiers/{id}/modeles/{nom}",
             .resume = "Un modèle rempli de ce que le dossier sait (DOC-01.docx, DOC-06.xlsx…)",
             .permission = Permission::dossier_ecrire,
             .action = [&](Visite& visite) { return donner(service, visite); },
             .repond = "application/octet-stream"});
    ajouter({.methode = Method::get,
             .chemin = "/api/dossiers/{id}/planning",
             .resume = "Les trois plannings : phases datées par le porteur, ou proposées sans date",
             .permission = Permission::dossier_lire,
             .action = [&](Visite& visite) { return lire_planning(service, visite); }});
    ajouter(
        {.methode = Method::put,
         .chemin = "/api/dossiers/{id}/planning",
         .resume = "Écrire les plannings ; If-Match porte la version lue, \"0\" la première fois",
         .permission = Permission::dossier_ecrire,
         .action = ecrire_planning,
         .corps_au_plus = planning_au_plus,
         .types = {"application/json"}});
}

}  // namespace grappe::api
