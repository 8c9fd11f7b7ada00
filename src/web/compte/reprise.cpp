// Forms carried through the sign-in.
#include "web/compte/reprise.hpp"

#include "web/compte/comptes.hpp"
#include "web/compte/site.hpp"

namespace grappe::compte {
namespace {

using page::Vue;

constexpr std::string_view type_de_formulaire = "application/x-www-form-urlencoded";

// Only an act of the program, by its own route: never an address of elsewhere.
bool est_un_acte(const http::Routes& routes, const Site& site, std::string_view suite) {
    if (!site.est_un_acte(suite)) return false;
    const auto cible = http::parse_target(suite);
    return cible && routes.find(http::Method::post, *cible).route != nullptr;
}

// What came as it went to the disk: of a message its words, of a scan its code; files do not
// travel.
Reprise reprise_du_flux(const http::Request& requete) {
    page::Formulaire formulaire;
    for (const std::string_view nom : {"texte", "vu", "code", "partie"})
        if (const auto valeur = requete.sink->field(nom); !valeur.empty())
            formulaire.champs.push_back({std::string{nom}, std::string{valeur}});
    return {requete.target.path, page::en_texte(formulaire)};
}

}  // namespace

Reprise lire_reprise(const http::Routes& routes, const Site& site, const page::Formulaire& envoi) {
    const auto suite = envoi.valeur("suite");
    if (!est_un_acte(routes, site, suite)) return {};
    return {std::string{suite}, std::string{envoi.valeur("reprise")}};
}

Reprise reprise_de(const http::Request& requete) {
    if (requete.sink) return reprise_du_flux(requete);
    auto lu = page::lire_formulaire(requete.field("content-type"), requete.body);
    if (!lu) return {};
    auto formulaire = std::move(lu).value();
    std::erase_if(formulaire.champs, [](const page::Champ& champ) {
        return champ.nom == "csrf" || champ.nom == "mot_de_passe";
    });
    return {requete.target.path, page::en_texte(formulaire)};
}

void porter(const Reprise& reprise, FormulaireDeCompte& formulaire) {
    if (reprise.vide()) return;
    formulaire.action = "/connexion/reprise";
    formulaire.garde_la_page = true;
    formulaire.caches.push_back({"suite", reprise.suite});
    formulaire.caches.push_back({"reprise", reprise.champs});
}

http::Response demander_la_connexion(const Site& site, const garde::Visite& visite) {
    auto formulaire = par_mot_de_passe(site, {}, {});
    formulaire.code = site.code_de_reprise(visite.requete.target.path);
    porter(reprise_de(visite.requete), formulaire);
    return montrer(site, formulaire, 401);
}

http::Response rendre_la_saisie(const Site& site, const Reprise& reprise, std::string_view csrf) {
    const auto lu = page::lire_formulaire(type_de_formulaire, reprise.champs);
    Vue::Liste caches{Vue{{"nom", "csrf"}, {"valeur", csrf}}};
    if (lu)
        for (const auto& [nom, valeur] : lu->champs)
            caches.push_back(Vue{{"nom", nom}, {"valeur", valeur}});
    return site.repondre({.gabarit = "reprise", .titre = dire(site, "pages.titre.reprise")},
                         {{"action", reprise.suite},
                          {"texte", dire(site, "pages.reprise.texte")},
                          {"bouton", dire(site, "pages.reprise.bouton")},
                          {"caches", std::move(caches)}});
}

http::Response rattraper(const Site& site, const garde::Visite& visite) {
    if (!visite.presence) return demander_la_connexion(site, visite);
    return rendre_la_saisie(site, reprise_de(visite.requete), visite.presence->csrf);
}

}  // namespace grappe::compte
