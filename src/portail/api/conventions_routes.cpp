// Routes of agreements: prepared, signed, followed by signed reports and expense statements.
#include "portail/api/acte_de_convention.hpp"
#include "portail/api/comptes.hpp"
#include "portail/api/conventions_json.hpp"
#include "portail/api/reception_rapport.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/papier_repository.hpp"
#include "portail/convention/recouvrement_repository.hpp"
#include "portail/convention/signature.hpp"
#include "portail/convention/suivi.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using teleservice::ReponseGardee;

http::Response preparer(const Teleservice& service, Visite& visite, const Corps& corps) {
    return agir(visite, {"convention.preparer", "dossier"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto faite = convention::preparer(
                        db, demandeur(visite), {visite.requete.path("id"), corps.texte("forme")},
                        moyens_de(service, visite));
                    if (!faite) return faite.error();
                    return ReponseGardee{201, signature_json(*faite)};
                });
}

http::Response signer(const Teleservice& service, Visite& visite, const Corps& corps) {
    const auto vue = version_visee(visite.requete);
    if (!vue) return refuser(visite, vue.error());
    return agir(visite, {"convention.signer", "convention"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto signee = convention::signer(db, demandeur(visite),
                                                           {.convention = visite.requete.path("id"),
                                                            .partie = corps.texte("partie"),
                                                            .mode = corps.texte("mode"),
                                                            .vue = *vue},
                                                           moyens_de(service, visite));
                    if (!signee) return signee.error();
                    return ReponseGardee{201, signature_json(*signee)};
                });
}

http::Response rendre_la_convention(const Visite& visite, const core::Result<std::string>& corps) {
    return corps ? http::Response::json(*corps) : refuser(visite, corps.error());
}

core::Result<std::string> ecrire(storage::Reader& db, const core::Result<convention::Sujet>& lu) {
    if (!lu) return lu.error();
    const auto& id = lu->convention.id;
    return convention_json({*lu, convention::dernier_etat(db, id), convention::rapports_de(db, id),
                            convention::versements_de(db, id), convention::coordonnees_de(db, id),
                            convention::papiers_de(db, id), convention::recouvrements_de(db, id)});
}

http::Response montrer(Visite& visite) {
    return rendre_la_convention(visite, visite.base.read([&](storage::Reader& db) {
        return ecrire(db, convention::acceder(db, demandeur(visite), visite.requete.path("id"),
                                              Permission::convention_lire));
    }));
}

http::Response montrer_celle_du_dossier(Visite& visite) {
    return rendre_la_convention(visite, visite.base.read([&](storage::Reader& db) {
        return ecrire(
            db, convention::acceder_par_le_dossier(db, demandeur(visite), visite.requete.path("id"),
                                                   Permission::convention_lire));
    }));
}

http::Response recevoir_un_rapport(const Teleservice& service, Visite& visite) {
    return recevoir_le_rapport(
        service, visite, usages::Nature::signe, [&](storage::Writer& db, const usages::Lu& lu) {
            return convention::recevoir(db, demandeur(visite),
                                        {visite.requete.path("id"), lu, visite.requete.body},
                                        service.usages);
        });
}

// Every fault of the statement, or its amounts.
struct DepensesLues {
    std::map<solde::Categorie, core::Money> montants;
    std::vector<http::ProblemFault> fautes;
};

DepensesLues lire_les_depenses(const Visite& visite, const Corps& corps) {
    DepensesLues lues;
    const auto reprocher = [&](const std::string& chemin, const char* code,
                               const std::string& detail) {
        lues.fautes.push_back(
            {.chemin = chemin,
             .code = code,
             .message = visite.comptes.phrases.rendre(code, {{"detail", detail}})});
    };
    for (const auto& [nom, texte] : corps.textes()) {
        const auto categorie = core::named<solde::Categorie>(nom);
        const auto montant = core::Money::parse(texte);
        if (!categorie)
            reprocher(nom, "depenses.categorie", nom.substr(0, 40));
        else if (!montant)
            reprocher(nom, "depenses.montant", texte.substr(0, 40));
        else
            lues.montants[*categorie] = *montant;
    }
    for (const auto& [nom, valeur] : corps.autres()) {
        const bool connue = core::named<solde::Categorie>(nom).has_value();
        reprocher(nom, connue ? "depenses.montant" : "depenses.categorie",
                  (connue ? valeur : nom).substr(0, 40));
    }
    return lues;
}

http::Response declarer(Visite& visite, const Corps& corps) {
    const auto lues = lire_les_depenses(visite, corps);
    if (!lues.fautes.empty()) {
        const auto* code = "depenses.illisibles";
        return http::problem({.status = 422,
                              .code = code,
                              .title = visite.comptes.phrases.rendre(code, {}),
                              .fautes = lues.fautes});
    }
    return agir(visite, {"depenses.declarer", "convention"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto etat = convention::declarer(
                        db, demandeur(visite), {visite.requete.path("id"), lues.montants});
                    if (!etat) return etat.error();
                    return ReponseGardee{201, depenses_json(*etat)};
                });
}

http::Response viser(Visite& visite) {
    return agir(visite, {"depenses.viser", "etat-depenses"},
                [&](storage::Writer& db) -> core::Result<ReponseGardee> {
                    const auto etat =
                        convention::viser(db, demandeur(visite), visite.requete.path("id"));
                    if (!etat) return etat.error();
                    return ReponseGardee{201, depenses_json(*etat)};
                });
}

http::Response montrer_l_etat(Visite& visite) {
    const auto etat = visite.base.read([&](storage::Reader& db) {
        return convention::lire_etat(db, demandeur(visite), visite.requete.path("id"),
                                     Permission::depenses_lire);
    });
    return etat ? http::Response::json(depenses_json(*etat)) : refuser(visite, etat.error());
}

}  // namespace

void add_conventions_routes(http::Routes& routes, const Teleservice& service) {
    const Lignes ajout{routes, service.comptes};
    ajout.poste(Permission::convention_preparer, "/api/dossiers/{id}/convention",
                "Établir la convention d'un dossier notifié : forme ad_hoc ou avenant_cpom",
                avec_corps_ou_rien({"forme"}, [&](Visite& visite, const Corps& corps) {
                    return preparer(service, visite, corps);
                }));
    ajout.lecture(Permission::convention_lire, "/api/dossiers/{id}/convention",
                  "La convention d'un dossier", montrer_celle_du_dossier);
    ajout.lecture(Permission::convention_lire, "/api/conventions/{id}",
                  "Une convention : montants, signatures, rapports, dépenses, versements", montrer);
    ajout.poste(Permission::convention_signer, "/api/conventions/{id}/signatures",
                "Signer : partie porteur ou ars, mode electronique ou papier",
                avec_corps({"partie", "mode"}, [&](Visite& visite, const Corps& corps) {
                    return signer(service, visite, corps);
                }));
    garde::ajouter(routes, service.comptes,
                   {.methode = Method::post,
                    .chemin = "/api/conventions/{id}/rapports-usage",
                    .resume = "Transmettre un rapport d'usage signé au titre d'une convention",
                    .permission = Permission::usage_declarer,
                    .action = [&](Visite& visite) { return recevoir_un_rapport(service, visite); },
                    .corps_au_plus = usages::rapport_max,
                    .types = {"application/json"}});
    ajout.poste(Permission::depenses_declarer, "/api/conventions/{id}/etat-depenses",
                "Déclarer les dépenses du projet, par catégorie", avec_corps({}, declarer));
    ajout.poste(Permission::depenses_viser, "/api/etats-depenses/{id}/visa",
                "Viser un état des dépenses, par le comptable public ou le commissaire aux comptes",
                viser);
    ajout.lecture(Permission::depenses_lire, "/api/etats-depenses/{id}", "Un état des dépenses",
                  montrer_l_etat);
}

}  // namespace grappe::api
