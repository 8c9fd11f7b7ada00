// Routes of preferences: which mails an account gets.
#include "identity/preference_courrier.hpp"
#include "portail/api/api.hpp"
#include "portail/api/comptes.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using access::Permission;
using garde::Visite;
using http::Method;
using identity::Regime;

http::Response montrer(Visite& visite) {
    const auto regime = visite.base.read(
        [&](storage::Reader& db) { return identity::regime_de(db, visite.qui().acteur.compte); });
    std::string corps;
    rendu::EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("regime", core::name_of(regime));
    json.cle("regimes");
    json.ouvrir_liste();
    for (const auto& [un, nom] : names(Regime{})) json.texte(nom);
    json.fermer_liste();
    json.fermer_objet();
    return http::Response::json(std::move(corps));
}

http::Response choisir(Visite& visite, const Corps& corps) {
    const auto regime = core::named<Regime>(corps.texte("regime"));
    if (!regime)
        return refus(visite, core::refuse(core::Reason::invalid, "courriels.regime"), "regime");
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::choisir_le_regime(db, visite.qui().acteur.compte, *regime,
                                    visite.moyens.maintenant);
        return {};
    });
    return montrer(visite);
}

}  // namespace

void add_courriels_routes(http::Routes& routes, const garde::Comptes& comptes) {
    const auto ajouter = [&](garde::Ligne ligne) {
        garde::ajouter(routes, comptes, ligne_gardee(Permission::compte_sien, std::move(ligne)));
    };
    ajouter({.methode = Method::get,
             .chemin = "/api/compte/courriels",
             .resume = "Les courriels que l'on reçoit : chaque, resume ou actes",
             .action = montrer});
    ajouter(ligne_json(Method::put, "/api/compte/courriels",
                       "Choisir les courriels que l'on reçoit ; sécurité, récépissés et lettres "
                       "viennent toujours",
                       avec_corps({"regime"}, choisir)));
}

}  // namespace grappe::api
