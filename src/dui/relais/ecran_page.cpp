// /relais: the locked screen of a shared device; taking over, handing over with one's draft kept.
#include <algorithm>

#include "dui/appareil/brouillon.hpp"
#include "dui/appareil/relais.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/relais/routes.hpp"

namespace grappe::relais {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 4096, brouillon_au_plus = 64 * 1024;

struct Tape {
    std::string compte{}, refus{};
    int statut = 200;
};

http::Response afficher(const Ecrans& ecrans, const Visite& visite, const Tape& tape) {
    const auto& services = ecrans.services;
    const auto la = appareil_de(visite);
    Vue::Liste presents;
    if (la)
        for (const auto& un : visite.base.read(
                 [&](Reader& db) { return appareil::presents_a(db, la->id, visite.moyens.reel); }))
            presents.push_back(
                Vue{{"compte", un.compte}, {"nom", un.nom}, {"choisi", un.compte == tape.compte}});
    auto reponse = dui::repondre(services,
                                 {.gabarit = "relais",
                                  .titre = dire(services, "relais.titre.ecran"),
                                  .rubrique = "/relais",
                                  .fil = {}},
                                 {{"enrole", la.has_value()},
                                  {"appareil", la ? la->nom : std::string{}},
                                  {"personne", presents.empty()},
                                  {"presents", std::move(presents)},
                                  {"refus", tape.refus}});
    reponse.status = tape.statut;
    return reponse;
}

// Back to what was being written, else to the team of the device.
std::string suite_de(const Visite& visite, const identity::NouvelleSession& session) {
    return visite.base.read([&](Reader& db) -> std::string {
        const auto qui = identity::retrouver(db, session.jeton, visite.moyens.reel);
        if (qui && appareil::brouillon_de(db, visite.moyens.coffre, qui->acteur.compte))
            return "/transmissions/nouvelle?brouillon=oui";
        const auto la = appareil::reconnaitre(db, cookie_de(visite));
        return la ? "/equipe?finess=" + la->finess_et + "&unite=" + la->unite : "/equipe";
    });
}

http::Response prendre(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto session = appareil::prendre(
        visite.moyens,
        {.appareil = std::string{cookie_de(visite)},
         .compte = std::string{envoi.valeur("compte")},
         .pin = secret::Secret{std::string{envoi.valeur("pin")}},
         .badge = std::string{envoi.valeur("badge")},
         .precedente = std::string{http::cookie(visite.requete, visite.comptes.cookie)}});
    if (!session)
        return afficher(
            ecrans, visite,
            {std::string{envoi.valeur("compte")}, ecrans.services.phrases.dire(session.error()),
             garde::statut_de(session.error().reason)});
    auto reponse = http::Response::see_other(suite_de(visite, *session));
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

// Something was typed in the form that the device is left from.
bool est_un_brouillon(const page::Formulaire& envoi) {
    return std::ranges::any_of(
        std::to_array<const char*>({"texte", "cible", "donnees", "actions", "resultats"}),
        [&](const char* champ) { return !envoi.valeur(champ).empty(); });
}

http::Response verrouiller(Visite& visite) {
    auto envoi = garde::lire_envoi(visite);
    const auto& qui = visite.qui();
    if (est_un_brouillon(envoi)) {
        std::erase_if(envoi.champs, [](const page::Champ& un) { return un.nom == "csrf"; });
        (void)visite.base.write([&](Writer& db) -> core::Result<void> {
            appareil::garder_le_brouillon(db, visite.moyens.coffre, qui.acteur.compte,
                                          page::en_texte(envoi));
            return {};
        });
    }
    identity::quitter(visite.moyens, qui.acteur.compte, qui.session);
    auto reponse = http::Response::see_other("/relais");
    garde::oter_le_cookie(reponse, visite);
    return reponse;
}

http::Response oublier(Visite& visite) {
    (void)visite.base.write([&](Writer& db) -> core::Result<void> {
        appareil::oublier_le_brouillon(db, visite.qui().acteur.compte);
        return {};
    });
    return http::Response::see_other("/equipe");
}

}  // namespace

void ajouter_ecran(const Ecrans& ecrans) {
    const auto ajouter = [&](garde::Ligne ligne) {
        garde::ajouter(ecrans.services.routes, ecrans.services.comptes, std::move(ligne));
    };
    ajouter({.methode = http::Method::get,
             .chemin = "/relais",
             .resume = "Prendre un appareil partagé",
             .permission = std::nullopt,
             .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); },
             .repond = "text/html"});
    ajouter({.methode = http::Method::post,
             .chemin = "/relais/prise",
             .resume = "Prendre un appareil partagé, par code ou par badge",
             .permission = std::nullopt,
             .action = [&](Visite& visite) { return prendre(ecrans, visite); },
             .corps_au_plus = envoi_au_plus,
             .types = {"application/x-www-form-urlencoded"},
             .repond = "text/html"});
    // Nobody is there: the screen says so. With the token of another session, it is nobody's act.
    const auto verrou = [&](Visite& visite) {
        return visite.presence
                   ? ecrans.services.routes.refuse(visite.requete, {403, "session.csrf"})
                   : http::Response::see_other("/relais");
    };
    ajouter(garde::envoi({.chemin = "/relais/verrouiller",
                          .resume = "Passer la main, son brouillon gardé",
                          .permission = access::Permission::dossier_usager_lire,
                          .action = verrouiller,
                          .sans_session = verrou},
                         brouillon_au_plus));
    ajouter(garde::envoi({.chemin = "/relais/oubli",
                          .resume = "Jeter son brouillon",
                          .permission = access::Permission::dossier_usager_ecrire,
                          .action = oublier,
                          .sans_session = verrou},
                         brouillon_au_plus));
}

}  // namespace grappe::relais
