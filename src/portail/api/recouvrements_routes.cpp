// Routes of recoveries: opened, validated by another person, what came back.
#include "portail/api/recouvrements_routes.hpp"

#include "portail/api/acte_de_convention.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/conventions_json.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using teleservice::ReponseGardee;

core::Result<ReponseGardee> repondre_par(const core::Result<convention::Recouvrement>& fait) {
    if (!fait) return fait.error();
    return ReponseGardee{201, recouvrement_json(*fait)};
}

http::Response ouvrir(Visite& visite, const Corps& corps) {
    return agir(visite, {"recouvrement.ouvrir", "convention"}, [&](storage::Writer& db) {
        return repondre_par(convention::ouvrir_un_recouvrement(
            db, demandeur(visite), {visite.requete.path("id"), corps.texte("motif")}));
    });
}

http::Response decider(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, {"recouvrement.valider", "recouvrement"}, [&](storage::Writer& db) {
        return repondre_par(convention::decider_un_recouvrement(
            db, demandeur(visite), {visite.requete.path("id"), corps.texte("decision")},
            moyens_de(service, visite)));
    });
}

// Alone, a fault keeps the status of its reason.
http::Response noter(Visite& visite, const Corps& corps) {
    std::vector<convention::FauteDeRetour> fautes;
    auto reponse = agir(visite, {"recouvrement.rendre", "recouvrement"}, [&](storage::Writer& db) {
        fautes.clear();
        return repondre_par(convention::noter_un_retour(db, demandeur(visite),
                                                        {.recouvrement = visite.requete.path("id"),
                                                         .montant = corps.texte("montant"),
                                                         .recu_le = corps.texte("recu_le"),
                                                         .reference = corps.texte("reference"),
                                                         .fautes = &fautes}));
    });
    return fautes.size() < 2 ? reponse : reprocher_tout(visite, fautes);
}

}  // namespace

void add_recouvrements_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes};
    ajout.poste(Permission::versement_demander, "/api/conventions/{id}/recouvrements",
                "Ouvrir le recouvrement de ce que le solde versé dit à recouvrer : motif",
                avec_corps({"motif"}, ouvrir));
    ajout.poste(
        Permission::versement_valider, "/api/recouvrements/{id}/validation",
        "Valider un recouvrement qu'un autre a ouvert, ou le rejeter : decision valide ou rejete",
        avec_corps_ou_rien({"decision"}, [&](Visite& visite, const Corps& corps) {
            return decider(service, visite, corps);
        }));
    ajout.poste(Permission::versement_demander, "/api/recouvrements/{id}/retours",
                "Noter une somme rendue : montant, recu_le, reference du virement",
                avec_corps({"montant", "recu_le", "reference"}, noter));
}

}  // namespace grappe::api
