// The page of mails: which news one wants, and what is always sent.
#include "identity/preference_courrier.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using identity::Regime;
using page::Vue;

struct Suite {
    std::string fait{}, faute{};  // codes; empty: nothing was done, nothing was wrong
};

http::Response montrer(const Espace& espace, Visite& visite, const Suite& suite) {
    const auto& services = espace.services;
    const auto en_place = visite.base.read(
        [&](storage::Reader& db) { return identity::regime_de(db, visite.qui().acteur.compte); });
    Vue::Liste regimes;
    for (const auto& [regime, nom] : names(Regime{})) {
        const auto code = "courriels.regime." + std::string{nom};
        regimes.push_back(Vue{{"valeur", nom},
                              {"libelle", pages::dire(services, code)},
                              {"aide", pages::dire(services, code + ".aide")},
                              {"choisi", regime == en_place}});
    }
    const auto dire = [&](const std::string& code) {
        return code.empty() ? code : pages::dire(services, code);
    };
    auto reponse = pages::repondre(services,
                                   {.gabarit = "mes_courriels",
                                    .titre = pages::dire(services, "courriels.titre"),
                                    .fil = {pages::etape(services, "/compte")}},
                                   Vue{{"csrf", visite.qui().csrf},
                                       {"fait", dire(suite.fait)},
                                       {"faute", dire(suite.faute)},
                                       {"regimes", std::move(regimes)}});
    if (!suite.faute.empty()) reponse.status = 422;
    return reponse;
}

http::Response choisir(const Espace& espace, Visite& visite) {
    const auto regime = core::named<Regime>(lire_envoi(visite).valeur("regime"));
    if (!regime) return montrer(espace, visite, {.faute = "courriels.regime"});
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::choisir_le_regime(db, visite.qui().acteur.compte, *regime,
                                    visite.moyens.maintenant);
        return {};
    });
    return montrer(espace, visite, {.fait = "courriels.fait"});
}

}  // namespace

void ajouter_mes_courriels(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/compte/courriels",
                     .resume = "Les courriels que l'on reçoit",
                     .permission = Permission::compte_sien,
                     .action = [&](Visite& visite) { return montrer(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/compte/courriels",
                   .resume = "Choisir les courriels que l'on reçoit",
                   .permission = Permission::compte_sien,
                   .action = [&](Visite& visite) { return choisir(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
