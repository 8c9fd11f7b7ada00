// The acts of the account's page, and the head of every page.
#include "portail/pages/mon_compte.hpp"

#include "access/matrice.hpp"
#include "access/peut.hpp"
#include "identity/changement_courriel.hpp"
#include "identity/connexion.hpp"
#include "identity/mot_de_passe.hpp"
#include "identity/reglage_second_facteur.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/code_qr.hpp"
#include "portail/pages/compte_vue.hpp"
#include "portail/pages/routes.hpp"

namespace grappe::pages {
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

http::Response changer_mot(const Services& services, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto fait =
        identity::changer_mot_de_passe(visite.moyens, {.compte = visite.qui().acteur.compte,
                                                       .session = visite.qui().session,
                                                       .present = secret_de(saisie, "mot_de_passe"),
                                                       .nouveau = secret_de(saisie, "nouveau")});
    if (!fait) return mon_compte(services, visite, suite_de(fait.error(), "mot", "nouveau"));
    return mon_compte(services, visite, {.fait = "pages.compte.fait.mot"});
}

http::Response changer_adresse(const Services& services, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string courriel{saisie.valeur("courriel")};
    const auto fait = identity::demander_changement_courriel(
        visite.moyens, {.compte = visite.qui().acteur.compte,
                        .courriel = courriel,
                        .mot_de_passe = secret_de(saisie, "mot_de_passe")});
    if (fait) return mon_compte(services, visite, {.fait = "pages.compte.fait.adresse"});
    auto suite = suite_de(fait.error(), "adresse", "courriel");
    suite.courriel = courriel;
    return mon_compte(services, visite, suite);
}

http::Response proposition(const Services& services, const Visite& visite,
                           const identity::Proposition& proposee, const std::string& faute) {
    Vue::Liste fautes;
    if (!faute.empty())
        fautes.push_back(Vue{{"ancre", "code"},
                             {"lieu", dire(services, "pages.compte.champ.code")},
                             {"phrase", dire(services, faute)}});
    const auto resume = faute.empty()
                            ? std::string{}
                            : dire(services, "pages.compte.fautes", {{"nombre", std::int64_t{1}}});
    Vue contenu{
        {"csrf", visite.qui().csrf},
        {"image", "/compte/second-facteur/qr.svg?p=" + proposee.scellee},
        {"secret", proposee.secret},
        {"proposition", proposee.scellee},
        {"champs",
         Vue::Liste{vue_du_champ(
             services,
             {.nom = "code", .type = "text", .autocomplete = "one-time-code", .faute = faute},
             "")}},
        {"bouton", dire(services, "pages.compte.facteur.bouton")},
        {"fautes", std::move(fautes)},
        {"fautes_resume", resume}};
    auto reponse = repondre(
        services,
        {.gabarit = "second_facteur", .titre = dire(services, "pages.titre.second_facteur")},
        std::move(contenu));
    if (!faute.empty()) reponse.status = 422;
    return reponse;
}

http::Response proposer(const Services& services, Visite& visite) {
    const auto proposee = identity::proposer_second_facteur(
        visite.moyens, visite.qui().acteur.compte, secret_de(lire(visite.requete), "mot_de_passe"));
    if (!proposee) return mon_compte(services, visite, suite_de(proposee.error(), "facteur", ""));
    return proposition(services, visite, *proposee, {});
}

http::Response poser(const Services& services, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string scellee{saisie.valeur("proposition")};
    const auto& compte = visite.qui().acteur.compte;
    const auto fait = identity::poser(visite.moyens, {.compte = compte,
                                                      .session = visite.qui().session,
                                                      .scellee = scellee,
                                                      .code = std::string{saisie.valeur("code")}});
    if (fait) return mon_compte(services, visite, {.fait = "pages.compte.fait.facteur"});
    const auto proposee = identity::relire_proposition(visite.moyens, compte, scellee);
    if (!proposee) return mon_compte(services, visite, suite_de(proposee.error(), "facteur", ""));
    return proposition(services, visite, *proposee, fait.error().code);
}

http::Response retirer(const Services& services, Visite& visite) {
    const auto fait = identity::retirer(visite.moyens, visite.qui().acteur.compte,
                                        secret_de(lire(visite.requete), "mot_de_passe"));
    if (!fait) return mon_compte(services, visite, suite_de(fait.error(), "facteur", ""));
    return mon_compte(services, visite, {.fait = "pages.compte.fait.retrait"});
}

http::Response dessiner(const http::Routes& routes, Visite& visite) {
    const auto proposee = identity::relire_proposition(visite.moyens, visite.qui().acteur.compte,
                                                       visite.requete.query("p").value_or(""));
    if (!proposee) return routes.refuse(visite.requete, {404, "http.introuvable"});
    return {.content_type = "image/svg+xml", .body = code_qr(proposee->otpauth)};
}

http::Response fermer(const Services& services, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto& compte = visite.qui().acteur.compte;
    if (saisie.contient("toutes"))
        identity::quitter_les_autres(visite.moyens, compte, visite.qui().session);
    else
        identity::quitter(visite.moyens, compte, std::string{saisie.valeur("session")});
    return mon_compte(services, visite, {.fait = "pages.compte.fait.session"});
}

// What people wrote stays so: only our pages have the place.
bool attend_son_entete(const http::Response& reponse) {
    return reponse.content_type.starts_with("text/html") &&
           reponse.body.find(place_du_compte) != std::string::npos;
}

}  // namespace

void ajouter_mon_compte(http::Routes& routes, const Services& services,
                        const garde::Comptes& comptes) {
    ajouter_lecture_gardee(routes, comptes, "/compte",
                           [&](Visite& visite) { return mon_compte(services, visite, {}); });
    ajouter_envoi_garde(routes, comptes, "/compte/mot-de-passe",
                        [&](Visite& visite) { return changer_mot(services, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/adresse",
                        [&](Visite& visite) { return changer_adresse(services, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur",
                        [&](Visite& visite) { return proposer(services, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur/code",
                        [&](Visite& visite) { return poser(services, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/second-facteur/retrait",
                        [&](Visite& visite) { return retirer(services, visite); });
    ajouter_lecture_gardee(routes, comptes, "/compte/second-facteur/qr.svg",
                           [&](Visite& visite) { return dessiner(routes, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/sessions",
                        [&](Visite& visite) { return fermer(services, visite); });
}

void ajouter_comptes(http::Routes& routes, const Services& services,
                     const garde::Comptes& comptes) {
    ajouter_inscription(routes, services, comptes);
    ajouter_connexion(routes, services, comptes);
    ajouter_mon_compte(routes, services, comptes);
    ajouter_openid(routes, services, comptes);
    routes.finish([&](const http::Request& requete, http::Response& reponse) {
        if (!attend_son_entete(reponse)) return;
        const auto presence = garde::presence_de(comptes, requete);
        poser_l_entete(services, presence ? &*presence : nullptr, reponse);
    });
}

void poser_l_entete(const Services& services, const identity::Presence* presence,
                    http::Response& reponse) {
    if (!attend_son_entete(reponse)) return;
    const auto ou = reponse.body.find(place_du_compte);
    const bool porteur =
        presence && access::peut(presence->acteur, access::Permission::dossier_creer);
    const bool guichet =
        presence && access::pourrait(presence->acteur, access::Permission::dossier_instruire);
    const bool administrateur =
        presence && access::peut(presence->acteur, access::Permission::dossier_corriger);
    const bool soutien = presence && access::lien(access::Permission::demande_grappe_lire,
                                                  presence->acteur.role) == access::Lien::ressort;
    const Vue vue{{"present", presence != nullptr},
                  {"porteur", porteur},
                  {"guichet", guichet},
                  {"administrateur", administrateur},
                  {"soutien", soutien},
                  {"nom", presence ? presence->nom : std::string{}},
                  {"csrf", presence ? presence->csrf : std::string{}}};
    reponse.body.replace(ou, place_du_compte.size(),
                         services.gabarits.rendre("entete_compte", vue));
}

}  // namespace grappe::pages
