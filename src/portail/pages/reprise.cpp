// Forms carried through the sign-in.
#include "portail/pages/reprise.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/pages/routes.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

constexpr std::string_view type_de_formulaire = "application/x-www-form-urlencoded";

// Only an act of the teleservice, by its own route: never an address of elsewhere.
bool est_un_acte(const http::Routes& routes, std::string_view suite) {
    if (!suite.starts_with("/dossiers") && !suite.starts_with("/bureau/dossiers/")) return false;
    const auto cible = http::parse_target(suite);
    return cible && routes.find(http::Method::post, *cible).route != nullptr;
}

// What came as it went to the disk: of a message its words, files do not travel.
Reprise reprise_du_flux(const http::Request& requete) {
    page::Formulaire formulaire;
    for (const std::string_view nom : {"texte", "vu"})
        formulaire.champs.push_back({std::string{nom}, std::string{requete.sink->field(nom)}});
    return {requete.target.path, page::en_texte(formulaire)};
}

}  // namespace

Reprise lire_reprise(const http::Routes& routes, const page::Formulaire& envoi) {
    const auto suite = envoi.valeur("suite");
    if (!est_un_acte(routes, suite)) return {};
    return {std::string{suite}, std::string{envoi.valeur("reprise")}};
}

Reprise reprise_de(const http::Request& requete) {
    if (requete.sink) return reprise_du_flux(requete);
    auto lu = page::lire_formulaire(requete.field("content-type"), requete.body);
    if (!lu) return {};
    auto formulaire = std::move(lu).value();
    std::erase_if(formulaire.champs, [](const page::Champ& champ) { return champ.nom == "csrf"; });
    return {requete.target.path, page::en_texte(formulaire)};
}

void porter(const Reprise& reprise, FormulaireDeCompte& formulaire) {
    if (reprise.vide()) return;
    formulaire.action = "/connexion/reprise";
    formulaire.garde_la_page = true;
    formulaire.caches.push_back({"suite", reprise.suite});
    formulaire.caches.push_back({"reprise", reprise.champs});
}

http::Response demander_la_connexion(const Services& services, const garde::Visite& visite) {
    auto formulaire = par_mot_de_passe({}, {});
    // A simulation was never signed in: its session did not end.
    formulaire.code =
        visite.requete.target.path == "/dossiers/nouveau" ? "reprise_simulation" : "reprise";
    porter(reprise_de(visite.requete), formulaire);
    return montrer(services, formulaire, 401);
}

http::Response rendre_la_saisie(const Services& services, const Reprise& reprise,
                                std::string_view csrf) {
    const auto lu = page::lire_formulaire(type_de_formulaire, reprise.champs);
    Vue::Liste caches{Vue{{"nom", "csrf"}, {"valeur", csrf}}};
    if (lu)
        for (const auto& [nom, valeur] : lu->champs)
            caches.push_back(Vue{{"nom", nom}, {"valeur", valeur}});
    return repondre(services,
                    {.gabarit = "reprise", .titre = dire(services, "pages.titre.reprise")},
                    {{"action", reprise.suite},
                     {"texte", dire(services, "pages.reprise.texte")},
                     {"bouton", dire(services, "pages.reprise.bouton")},
                     {"caches", std::move(caches)}});
}

http::Response rattraper(const Services& services, const garde::Visite& visite) {
    if (!visite.presence) return demander_la_connexion(services, visite);
    return rendre_la_saisie(services, reprise_de(visite.requete), visite.presence->csrf);
}

}  // namespace grappe::pages
