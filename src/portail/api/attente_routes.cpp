// The route of waiting lists: who waits at a desk, what holds in what is free, what was told.
#include "portail/api/comites.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/dossiers.hpp"
#include "portail/api/objet_json.hpp"
#include "portail/comite/reveil.hpp"

namespace grappe::api {
namespace {

using garde::Visite;
using rendu::EcrivainJson;

void ecrire(EcrivainJson& json, const comite::Attendu& un, const comite::Tenue& tenue) {
    json.membre("rang", un.attente.rang);
    json.membre("dossier", un.attente.dossier);
    json.membre("numero", un.numero);
    json.membre("porteur", un.porteur);
    json.membre("comite", un.attente.comite);
    json.membre("fenetre", un.fenetre);
    json.membre("montant", un.attente.montant);
    json.membre("sort", comite::sort_de(tenue, un.attente.dossier));
}

void ecrire(EcrivainJson& json, const std::optional<comite::Arret>& arret) {
    json.cle("arret");
    if (!arret) return json.nul();
    json.ouvrir_objet();
    json.membre("dossier", arret->dossier);
    json.membre("manque", arret->manque);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const comite::ReveilDit& reveil) {
    json.membre("mouvement", reveil.mouvement);
    json.membre("revenu", reveil.revenu);
    json.membre("libre", reveil.libre);
    json.membre("dit_le", reveil.dit_le.utc_text());
    liste(json, "dossiers", reveil.dossiers, [&](const auto& tenu) {
        json.membre("dossier", tenu.dossier);
        json.membre("montant", tenu.montant);
        json.membre("saute", tenu.saute);
    });
}

std::string attente_json(const std::vector<comite::ListeDAttente>& listes) {
    return objet([&](EcrivainJson& json) {
        liste(json, "listes", listes, [&](const comite::ListeDAttente& une) {
            json.membre("appel", une.enveloppe.appel);
            json.membre("libre", une.libre);
            json.membre("ecartee", une.ecartee);
            json.membre("cout", une.cout());
            ecrire(json, une.tenue.arret);
            liste(json, "dossiers", une.dossiers,
                  [&](const auto& un) { ecrire(json, un, une.tenue); });
            liste(json, "reveils", une.reveils, [&](const auto& un) { ecrire(json, un); });
        });
    });
}

http::Response lire(Visite& visite) {
    const auto listes = visite.base.read(
        [&](storage::Reader& db) { return comite::listes_d_attente(db, demandeur(visite)); });
    if (!listes) return refuser(visite, listes.error());
    return http::Response::json(attente_json(*listes));
}

}  // namespace

void add_attente_routes(const Lignes& lignes) {
    lignes.lecture(access::Permission::comite_preparer, "/api/attente",
                   "Les listes d'attente de son guichet : rangs, ce qui tient dans l'enveloppe",
                   lire);
}

}  // namespace grappe::api
