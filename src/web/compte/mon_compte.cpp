// The acts of the account's page, and the head of every page.
#include "web/compte/mon_compte.hpp"

#include "access/matrice.hpp"
#include "access/peut.hpp"
#include "identity/changement_courriel.hpp"
#include "identity/connexion.hpp"
#include "identity/mot_de_passe.hpp"
#include "identity/reglage_second_facteur.hpp"
#include "qr/code_qr.hpp"
#include "web/compte/compte_vue.hpp"
#include "web/compte/comptes.hpp"
#include "web/compte/site.hpp"

namespace grappe::compte {
namespace {

using garde::Visite;
using page::Vue;

// Whose fault it is: the present password's, the field's, or nobody's (too many tries).
SuiteDuCompte suite_de(const core::Refusal& refus, std::string_view formulaire,
                       std::string_view champ) {
    SuiteDuCompte suite{.formulaire = std::string{formulaire}, .faute = refus.code};
    if (refus.code == "mot_de_passe.faux")
        suite.champ = "mot_de_passe";
    else if (refus.reason == core::Reason::invalid)
        suite.champ = champ;
    return suite;
}

secret::Secret secret_de(const page::Formulaire& saisie, std::string_view nom) {
    return secret::Secret{std::string{saisie.valeur(nom)}};
}

http::Response changer_mot(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto fait =
        identity::changer_mot_de_passe(visite.moyens, {.compte = visite.qui().acteur.compte,
                                                       .session = visite.qui().session,
                                                       .present = secret_de(saisie, "mot_de_passe"),
                                                       .nouveau = secret_de(saisie, "nouveau")});
    if (!fait) return mon_compte(site, visite, suite_de(fait.error(), "mot", "nouveau"));
    return mon_compte(site, visite, {.fait = "pages.compte.fait.mot"});
}

http::Response changer_adresse(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string courriel{saisie.valeur("courriel")};
    const auto fait = identity::demander_changement_courriel(
        visite.moyens, {.compte = visite.qui().acteur.compte,
                        .courriel = courriel,
                        .mot_de_passe = secret_de(saisie, "mot_de_passe")});
    if (fait) return mon_compte(site, visite, {.fait = "pages.compte.fait.adresse"});
    auto suite = suite_de(fait.error(), "adresse", "courriel");
    suite.courriel = courriel;
    return mon_compte(site, visite, suite);
}

http::Response proposition(const Site& site, const Visite& visite,
                           const identity::Proposition& proposee, const std::string& faute) {
    Vue::Liste fautes;
    if (!faute.empty())
        fautes.push_back(Vue{{"ancre", "code"},
                             {"lieu", dire(site, "pages.compte.champ.code")},
                             {"phrase", dire(site, faute)}});
    const auto resume = faute.empty()
                            ? std::string{}
                            : dire(site, "pages.compte.fautes", {{"nombre", std::int64_t{1}}});
    Vue contenu{
        {"csrf", visite.qui().csrf},
        {"image", "/compte/second-facteur/qr.svg?p=" + proposee.scellee},
        {"secret", proposee.secret},
        {"proposition", proposee.scellee},
        {"champs",
         Vue::Liste{vue_du_champ(
             site, {.nom = "code", .type = "text", .autocomplete = "one-time-code", .faute = faute},
             "")}},
        {"bouton", dire(site, "pages.compte.facteur.bouton")},
        {"fautes", std::move(fautes)},
        {"fautes_resume", resume}};
    auto reponse = site.repondre(
        {.gabarit = "second_facteur", .titre = dire(site, "pages.titre.second_facteur")},
        std::move(contenu));
    if (!faute.empty()) reponse.status = 422;
    return reponse;
}

http::Response proposer(const Site& site, Visite& visite) {
    const auto proposee = identity::proposer_second_facteur(
        visite.moyens, visite.qui().acteur.compte, secret_de(lire(visite.requete), "mot_de_passe"));
    if (!proposee) return mon_compte(site, visite, suite_de(proposee.error(), "facteur", ""));
    return proposition(site, visite, *proposee, {});
}

http::Response poser(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string scellee{saisie.valeur("proposition")};
    const auto& compte = visite.qui().acteur.compte;
    const auto fait = identity::poser(visite.moyens, {.compte = compte,
                                                      .session = visite.qui().session,
                                                      .scellee = scellee,
                                                      .code = std::string{saisie.valeur("code")}});
    if (fait) return mon_compte(site, visite, {.fait = "pages.compte.fait.facteur"});
    const auto proposee = identity::relire_proposition(visite.moyens, compte, scellee);
    if (!proposee) return mon_compte(site, visite, suite_de(proposee.error(), "facteur", ""));
    return proposition(site, visite, *proposee, fait.error().code);
}

http::Response retirer(const Site& site, Visite& visite) {
    const auto fait = identity::retirer(visite.moyens, visite.qui().acteur.compte,
                                        secret_de(lire(visite.requete), "mot_de_passe"));
    if (!fait) return mon_compte(site, visite, suite_de(fait.error(), "facteur", ""));
    return mon_compte(site, visite, {.fait = "pages.compte.fait.retrait"});
}

http::Response dessiner(const http::Routes& routes, Visite& visite) {
    const auto proposee = identity::relire_proposition(visite.moyens, visite.qui().acteur.compte,
                                                       visite.requete.query("p").value_or(""));
    if (!proposee) return routes.refuse(visite.requete, {404, "http.introuvable"});
    return {.content_type = "image/svg+xml", .body = qr::code_qr(proposee->otpauth)};
}

http::Response fermer(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto& compte = visite.qui().acteur.compte;
    if (saisie.contient("toutes"))
        identity::quitter_les_autres(visite.moyens, compte, visite.qui().session);
    else
        identity::quitter(visite.moyens, compte, std::string{saisie.valeur("session")});
    return mon_compte(site, visite, {.fait = "pages.compte.fait.session"});
}

}  // namespace

void ajouter_mon_compte(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    ajouter_lecture_gardee(routes, comptes, "/compte",
                           [&](Visite& visite) { return mon_compte(site, visite, {}); });
    ajouter_envoi_garde(routes, comptes, "/compte/mot-de-passe",
                        [&](Visite& visite) { return changer_mot(site, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/adresse",
                        [&](Visite& visite) { return changer_adresse(site, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur",
                        [&](Visite& visite) { return proposer(site, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur/code",
                        [&](Visite& visite) { return poser(site, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur/retrait",
                        [&](Visite& visite) { return retirer(site, visite); });
    ajouter_lecture_gardee(routes, comptes, "/compte/second-facteur/qr.svg",
                           [&](Visite& visite) { return dessiner(routes, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/sessions",
                        [&](Visite& visite) { return fermer(site, visite); });
}

void ajouter_comptes(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    if (site.inscription() == Inscription::ouverte) ajouter_inscription(routes, site, comptes);
    ajouter_confirmation(routes, site, comptes);
    ajouter_connexion(routes, site, comptes);
    ajouter_mon_compte(routes, site, comptes);
    ajouter_openid(routes, site, comptes);
    routes.finish([&](const http::Request& requete, http::Response& reponse) {
        if (!attend_son_entete(reponse)) return;
        const auto presence = garde::presence_de(comptes, requete);
        poser_l_entete({site, comptes}, presence ? &*presence : nullptr, reponse);
    });
}

}  // namespace grappe::compte
