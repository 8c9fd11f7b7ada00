// Routes of the money of an agreement: the balance explained, payments asked for and validated.
#include "portail/api/acte_de_convention.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/conventions_json.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response solde(const Teleservice& service, Visite& visite) {
    const auto moyens = moyens_de(service, visite);
    const auto calcule = visite.base.read([&](storage::Reader& db) {
        return convention::lire_le_solde(db, demandeur(visite), visite.requete.path("id"), moyens);
    });
    if (!calcule) return refuser(visite, calcule.error());
    return http::Response::json(solde_json(*calcule, visite.comptes.phrases));
}

http::Response demander(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, {"versement.demander", "convention"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto versement =
                        convention::demander_un_versement(db, demandeur(visite),
                                                          {.convention = visite.requete.path("id"),
                                                           .objet = corps.texte("objet"),
                                                           .montant = corps.texte("montant"),
                                                           .motif = corps.texte("motif")},
                                                          moyens_de(service, visite));
                    if (!versement) return versement.error();
                    return ReponseGardee{201, versement_json(*versement)};
                });
}

http::Response decider(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, {"versement.valider", "versement"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto versement = convention::decider(
                        db, demandeur(visite), {visite.requete.path("id"), corps.texte("decision")},
                        moyens_de(service, visite));
                    if (!versement) return versement.error();
                    return ReponseGardee{201, versement_json(*versement)};
                });
}

http::Response poser_les_coordonnees(Visite& visite, const Corps& corps) {
    const auto id = visite.requete.path("id");
    const auto posees = convention::poser_les_coordonnees(
        visite.moyens, demandeur(visite),
        {id, corps.texte("titulaire"), corps.texte("iban"), corps.texte("bic")},
        secret::Secret{corps.texte("mot_de_passe")});
    if (!posees) {
        teleservice::noter_le_refus(
            visite.base, demandeur(visite),
            {"coordonnees.poser", "convention:" + std::string{id}, posees.error().code});
        return refuser(visite, posees.error());
    }
    auto reponse = http::Response::json(coordonnees_json(*posees));
    reponse.status = 201;
    return reponse;
}

}  // namespace

void add_versements_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes};
    ajout.lecture(Permission::solde_decider, "/api/conventions/{id}/solde",
                  "Le solde d'une convention, calculé et expliqué",
                  [&](Visite& visite) { return solde(service, visite); });
    ajout.poste(
        Permission::versement_demander, "/api/conventions/{id}/versements",
        "Demander un versement : objet avance ou solde ; montant et motif d'un solde à apprécier",
        avec_corps({"objet", "montant", "motif"}, [&](Visite& visite, const Corps& corps) {
            return demander(service, visite, corps);
        }));
    ajout.poste(Permission::convention_signer, "/api/conventions/{id}/coordonnees-bancaires",
                "Donner le compte où le porteur est payé : titulaire, iban, mot_de_passe, et bic "
                "s'il est connu",
                avec_corps({"titulaire", "iban", "bic", "mot_de_passe"}, poser_les_coordonnees));
    ajout.poste(
        Permission::versement_valider, "/api/versements/{id}/validation",
        "Valider un versement qu'un autre a demandé, ou le rejeter : decision valide ou rejete",
        avec_corps_ou_rien({"decision"}, [&](Visite& visite, const Corps& corps) {
            return decider(service, visite, corps);
        }));
}

}  // namespace grappe::api
