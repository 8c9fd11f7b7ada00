// One record: under each indicator, whether it counts, and why not.
#include "dui/acces/consultation.hpp"
#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "web/api/sessions.hpp"

namespace grappe::dui {
namespace {

using access::Permission;
using explication::DossierPartout;
using garde::Visite;

// At the establishments where one may read records.
DossierPartout lire(const MesureLue& lue, const std::string& personne) {
    DossierPartout partout{.personne = personne, .regle = {}, .etablissements = {}};
    for (const auto& ici : lue.colonnes.etablissements()) {
        if (!lue.qui.peut_a(Permission::dossier_usager_lire, ici.numero())) continue;
        if (auto lu = explication::dossier_lu(lue.colonnes, ici, personne, lue.acte))
            partout.etablissements.emplace_back(ici.numero(), *std::move(lu));
    }
    return partout;
}

http::Response montrer(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto personne = question.requis("personne");
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto admise = visite.base.read(
        [&](storage::Reader& db) { return demandeur_de(api, db, visite, personne); });
    if (!admise) return refuser(visite, admise.error(), {});
    const auto lue = visite.base.read([&](storage::Reader& db) {
        return ouvrir_la_mesure(db, api.mesureur, visite.qui().acteur, question.mesure());
    });
    auto partout = lire(lue, personne);
    if (partout.etablissements.empty())
        return refuser(visite, core::refuse(core::Reason::not_found, "dui.dossier_inconnu"), {});
    partout.regle = api.mesureur.regle.version();
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), personne);
    return http::Response::json(explication::en_json(partout, lue.lecture));
}

}  // namespace

void ajouter_routes_des_dossiers(const Api& api) {
    ajouter_une_lecture(
        api,
        {"/api/dossier",
         "Le dossier d'une personne sous chaque indicateur : s'il compte, "
         "sinon pourquoi",
         montrer, parametres_de_mesure({{"personne", "Identifiant de la personne dans la base"}})});
}

void ajouter_api(const Api& api) {
    api::add_sessions_routes(api.routes, api.comptes);
    ajouter_routes_des_indicateurs(api);
    ajouter_routes_des_dossiers(api);
    ajouter_routes_des_personnes(api);
    ajouter_routes_des_identites(api);
    ajouter_routes_des_transmissions(api);
    ajouter_routes_des_elements(api);
    ajouter_routes_de_l_agenda(api);
    ajouter_routes_des_fiches(api);
}

}  // namespace grappe::dui
