// How long examinations take at a desk: of the call of a dossier, or of each call of one's desk.
#include "portail/api/dossiers.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using rendu::EcrivainJson;

void ecrire(EcrivainJson& json, const instruction::Distribution& delais) {
    json.ouvrir_objet();
    json.membre("nombre", delais.nombre);
    json.membre("moitie_en_moins_de", delais.moitie);
    json.membre("neuf_sur_dix_en_moins_de", delais.neuf_sur_dix);
    json.cle("tranches");
    json.ouvrir_liste();
    for (const auto& tranche : delais.tranches) {
        json.ouvrir_objet();
        json.membre("de", tranche.de);
        json.membre("moins_de", tranche.a);
        json.membre("nombre", tranche.nombre);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
}

// Null when too few examinations are over: nothing is said then.
http::Response du_dossier(Visite& visite) {
    const auto corps = visite.base.read([&](storage::Reader& db) -> core::Result<std::string> {
        const auto qui = demandeur(visite);
        const auto dossier =
            teleservice::demander(db, qui, visite.requete.path("id"), Permission::dossier_lire);
        if (!dossier) return dossier.error();
        const auto delais = dossier->guichet
                                ? instruction::delais(db, dossier->appel, *dossier->guichet)
                                : std::nullopt;
        std::string texte;
        EcrivainJson json{texte};
        json.ouvrir_objet();
        json.membre("jours_comptes", instruction::jours_comptes(
                                         teleservice::passages(db, dossier->id), qui.maintenant));
        json.membre("minimum", instruction::examens_min);
        json.cle("delais");
        delais ? ecrire(json, *delais) : json.nul();
        json.fermer_objet();
        return texte;
    });
    return corps ? http::Response::json(*corps) : refuser(visite, corps.error());
}

http::Response du_guichet(Visite& visite) {
    const auto tous = visite.base.read([&](storage::Reader& db) {
        return instruction::delais_du_guichet(db, visite.qui().acteur.guichet());
    });
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("minimum", instruction::examens_min);
    json.cle("appels");
    json.ouvrir_liste();
    for (const auto& [appel, delais] : tous) {
        json.ouvrir_objet();
        json.membre("appel", appel);
        json.cle("delais");
        ecrire(json, delais);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(texte));
}

}  // namespace

void add_delais_routes(http::Routes& routes, const Teleservice& service) {
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/dossiers/{id}/delais",
                    .resume = "Les délais de réponse du guichet d'un dossier, en jours, hors "
                              "demandes de compléments",
                    .permission = Permission::dossier_lire,
                    .action = du_dossier});
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::get,
                    .chemin = "/api/delais",
                    .resume = "Les délais de réponse de son guichet, appel par appel",
                    .permission = Permission::note_lire,
                    .action = du_guichet});
}

}  // namespace grappe::api
