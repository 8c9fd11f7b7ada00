// Pages of signing in and out, and of a forgotten password.
#include "identity/connexion.hpp"

#include "identity/mot_de_passe.hpp"
#include "web/compte/comptes.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::compte {
namespace {

using garde::Visite;

// The form that comes next after a refusal, and the status of its page.
std::pair<FormulaireDeCompte, int> suite_de(const Site& site, const core::Refusal& refus,
                                            const page::Formulaire& saisie) {
    const std::string retour{saisie.valeur("retour")}, etape{saisie.valeur("etape")};
    if (refus.code == "second_facteur") return {par_code(refus.detail, retour), 200};
    if (refus.code == "session.code_refuse" && !etape.empty()) {
        auto formulaire = par_code(etape, retour);
        formulaire.champs.front().faute = refus.code;
        return {std::move(formulaire), 401};
    }
    auto formulaire = par_mot_de_passe(site, std::string{saisie.valeur("courriel")}, retour);
    formulaire.faute = refus.code;
    return {std::move(formulaire), garde::statut_de(refus.reason)};
}

http::Response connecter(const Site& site, const http::Routes& routes, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto texte = [&](std::string_view nom) { return std::string{saisie.valeur(nom)}; };
    const auto session =
        identity::connecter(visite.moyens, {.courriel = texte("courriel"),
                                            .mot_de_passe = secret::Secret{texte("mot_de_passe")},
                                            .code = texte("code"),
                                            .origine = visite.origine,
                                            .etape = texte("etape")});
    const auto reprise = lire_reprise(routes, site, saisie);
    if (!session) {
        auto [formulaire, statut] = suite_de(site, session.error(), saisie);
        porter(reprise, formulaire);
        return montrer(site, formulaire, statut);
    }
    auto reponse = reprise.vide()
                       ? http::Response::see_other(retour_sur(routes, saisie.valeur("retour"),
                                                              accueil_de(site, visite, *session)))
                       : rendre_la_saisie(site, reprise, session->csrf);
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

http::Response quitter(Visite& visite) {
    identity::quitter(visite.moyens, visite.qui().acteur.compte, visite.qui().session);
    auto reponse = http::Response::see_other("/");
    garde::oter_le_cookie(reponse, visite);
    return reponse;
}

FormulaireDeCompte oubli(std::string courriel, std::string faute) {
    return {.code = "oubli",
            .action = "/mot-de-passe",
            .champs = {{.nom = "courriel",
                        .type = "email",
                        .autocomplete = "username",
                        .valeur = std::move(courriel),
                        .faute = std::move(faute)}},
            .liens = {{"/connexion", "pages.compte.lien.connexion"}}};
}

http::Response oublier(const Site& site, Visite& visite) {
    const std::string courriel{lire(visite.requete).valeur("courriel")};
    const auto fait = identity::demander_un_nouveau(
        visite.moyens, {.courriel = courriel, .origine = visite.origine});
    if (fait) return http::Response::see_other("/mot-de-passe/envoye");
    return montrer(site, oubli(courriel, fait.error().code), garde::statut_de(fait.error().reason));
}

http::Response perime(const Site& site) {
    return montrer(site, Annonce{.code = "perime",
                                 .statut = 410,
                                 .liens = {{"/mot-de-passe", "pages.compte.lien.oubli"}}});
}

FormulaireDeCompte nouveau(std::string jeton, std::string faute) {
    return {.code = "nouveau",
            .action = "/mot-de-passe/nouveau",
            .champs = {{.nom = "nouveau",
                        .type = "password",
                        .autocomplete = "new-password",
                        .aide = "pages.compte.aide.mot_de_passe",
                        .faute = std::move(faute)}},
            .caches = {{"jeton", std::move(jeton)}}};
}

http::Response proposer(const Site& site, Visite& visite) {
    const std::string jeton{visite.requete.query("jeton").value_or("")};
    if (!identity::lien_de_mot_de_passe_valable(visite.moyens, jeton)) return perime(site);
    return montrer(site, nouveau(jeton, {}), 200);
}

http::Response choisir(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string jeton{saisie.valeur("jeton")};
    const auto fait = identity::choisir_un_nouveau(
        visite.moyens, jeton, secret::Secret{std::string{saisie.valeur("nouveau")}});
    if (!fait && fait.error().reason == core::Reason::gone) return perime(site);
    if (!fait) return montrer(site, nouveau(jeton, fait.error().code), 422);
    return montrer(site, Annonce{.code = "remplace",
                                 .liens = {{"/connexion", "pages.compte.lien.connexion"}}});
}

}  // namespace

std::string retour_sur(const http::Routes& routes, std::string_view voulu, std::string sinon) {
    const bool simple = voulu.starts_with('/') && !voulu.starts_with("//") &&
                        voulu.find_first_of("\\\r\n") == std::string_view::npos;
    const auto cible = http::parse_target(simple ? voulu : "/");
    const bool connu = cible && routes.find(http::Method::get, *cible).route != nullptr;
    return connu && simple ? std::string{voulu} : std::move(sinon);
}

std::string accueil_de(const Site& site, const Visite& visite,
                       const identity::NouvelleSession& session) {
    const auto presence = visite.base.read([&](storage::Reader& db) {
        return identity::retrouver(db, session.jeton, visite.moyens.reel);
    });
    return presence ? site.accueil_de(presence->acteur.role) : "/compte";
}

FormulaireDeCompte par_code(std::string etape, std::string retour) {
    return {.code = "code",
            .action = "/connexion",
            .champs = {{.nom = "code",
                        .type = "text",
                        .autocomplete = "one-time-code",
                        .aide = "pages.compte.aide.code"}},
            .caches = {{"etape", std::move(etape)}, {"retour", std::move(retour)}},
            .liens = {{"/connexion", "pages.compte.lien.recommencer"}}};
}

FormulaireDeCompte par_mot_de_passe(const Site& site, std::string courriel, std::string retour) {
    // Who is led here from another page is told why.
    FormulaireDeCompte formulaire{
        .code = retour.empty() ? "connexion" : "connexion_demandee",
        .action = "/connexion",
        .champs = {{.nom = "courriel",
                    .type = "email",
                    .autocomplete = "username",
                    .valeur = std::move(courriel)},
                   {.nom = "mot_de_passe", .type = "password", .autocomplete = "current-password"}},
        .caches = {{"retour", std::move(retour)}},
        .liens = {{"/mot-de-passe", "pages.compte.lien.oubli"}}};
    if (site.inscription() == Inscription::ouverte)
        formulaire.liens.push_back({"/inscription", "pages.compte.lien.inscription"});
    return formulaire;
}

void ajouter_connexion(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    ajouter_lecture(routes, comptes, "/connexion", [&](Visite& visite) {
        if (visite.presence)
            return http::Response::see_other(site.accueil_de(visite.presence->acteur.role));
        const std::string retour{visite.requete.query("retour").value_or("")};
        return montrer(site, par_mot_de_passe(site, "", retour), 200);
    });
    ajouter_envoi(routes, comptes, "/connexion",
                  [&](Visite& visite) { return connecter(site, routes, visite); });
    garde::ajouter(routes, comptes,
                   {.methode = http::Method::post,
                    .chemin = "/connexion/reprise",
                    .resume = "Compte",
                    .permission = std::nullopt,
                    .action = [&](Visite& visite) { return connecter(site, routes, visite); },
                    .corps_au_plus = std::size_t{32} * 1024 * 1024,
                    .types = {"application/x-www-form-urlencoded"},
                    .repond = "text/html"});
    ajouter_envoi_garde(routes, comptes, "/deconnexion", quitter);
    ajouter_lecture(routes, comptes, "/mot-de-passe",
                    [&](Visite&) { return montrer(site, oubli("", ""), 200); });
    ajouter_envoi(routes, comptes, "/mot-de-passe",
                  [&](Visite& visite) { return oublier(site, visite); });
    ajouter_lecture(routes, comptes, "/mot-de-passe/envoye", [&](Visite&) {
        return montrer(site, Annonce{.code = "oubli_envoye",
                                     .liens = {{"/connexion", "pages.compte.lien.connexion"}}});
    });
    ajouter_lecture(routes, comptes, "/mot-de-passe/nouveau",
                    [&](Visite& visite) { return proposer(site, visite); });
    ajouter_envoi(routes, comptes, "/mot-de-passe/nouveau",
                  [&](Visite& visite) { return choisir(site, visite); });
}

}  // namespace grappe::compte
