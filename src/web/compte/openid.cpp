// Pages of signing in through a provider, and of binding an account to an identity there.
#include "audit/journal.hpp"
#include "identity/connexion.hpp"
#include "identity/lien_openid.hpp"
#include "openid/entree.hpp"
#include "openid/fournisseur.hpp"
#include "web/compte/compte_vue.hpp"
#include "web/compte/comptes.hpp"
#include "web/compte/mon_compte.hpp"

namespace grappe::compte {
namespace {

using garde::Visite;

constexpr std::string_view cookie_du_depart = "depart";
constexpr int dix_minutes = 600;

std::string adresse_de_retour(const Visite& visite) {
    return visite.moyens.adresse_publique + "/connexion/openid/retour";
}

void poser_le_depart(http::Response& reponse, const Visite& visite, std::string_view scelle) {
    reponse.fields.push_back(
        {"Set-Cookie", http::set_cookie({cookie_du_depart, scelle, scelle.empty() ? 0 : dix_minutes,
                                         visite.transport})});
}

// A sentence, and the password that still works.
http::Response refuser(const Site& site, const core::Refusal& refus) {
    auto formulaire = par_mot_de_passe(site, "", "");
    formulaire.faute = refus.code;
    return montrer(site, formulaire, garde::statut_de(refus.reason));
}

http::Response partir(const Site& site, Visite& visite, std::string compte) {
    const auto depart = openid::nouveau_depart(
        std::string{visite.requete.query("retour").value_or("")}, std::move(compte));
    const auto ou = site.openid()->partir(depart, adresse_de_retour(visite), visite.moyens.reel);
    if (!ou && !depart.compte.empty())
        return mon_compte(site, visite, {.formulaire = "openid", .faute = ou.error().code});
    if (!ou) return refuser(site, ou.error());
    auto reponse = http::Response::see_other(*ou);
    poser_le_depart(reponse, visite,
                    openid::sceller(visite.moyens.coffre, depart, visite.moyens.reel));
    return reponse;
}

FormulaireDeCompte confirmation(const Visite& visite, std::string proposee, std::string faute) {
    return {.code = "openid_lien",
            .action = "/compte/openid",
            .champs = {{.nom = "mot_de_passe",
                        .libelle = "pages.compte.champ.mot_de_passe_actuel",
                        .type = "password",
                        .autocomplete = "current-password",
                        .faute = std::move(faute)}},
            .caches = {{"csrf", visite.qui().csrf}, {"proposee", std::move(proposee)}},
            .liens = {{"/compte", "pages.compte.lien.compte"}}};
}

// Nothing is bound by a link that somebody else may have given: the password comes first.
http::Response proposer(const Site& site, const Visite& visite, const openid::Depart& depart,
                        const openid::Identite& identite) {
    if (!visite.presence || visite.presence->acteur.compte != depart.compte)
        return refuser(site, core::refuse(core::Reason::unauthenticated, "openid.retour"));
    return montrer(
        site, confirmation(visite, openid::proposer(visite.moyens, depart.compte, identite), {}),
        200);
}

struct Venue {
    const openid::Depart& depart;
    const openid::Identite& identite;
};

http::Response entrer(const http::Routes& routes, const Site& site, Visite& visite,
                      const Venue& venue) {
    using identity::SecondFacteurAilleurs;
    const bool prouve = site.openid()->prouve_un_second_facteur(venue.identite);
    const auto session = openid::entrer(
        visite.moyens,
        {.identite = venue.identite,
         .facteur = prouve ? SecondFacteurAilleurs::prouve : SecondFacteurAilleurs::non_prouve,
         .origine = visite.origine});
    const auto& voulu = venue.depart.retour;
    if (!session && session.error().code == "second_facteur")
        return montrer(site, par_code(session.error().detail, retour_sur(routes, voulu, "")), 200);
    if (!session) return refuser(site, session.error());
    auto reponse =
        http::Response::see_other(retour_sur(routes, voulu, accueil_de(site, visite, *session)));
    garde::poser_le_cookie(reponse, visite, session->jeton);
    return reponse;
}

// Only what cost a question to the provider counts, and is in the journal: the rest would fill it.
bool est_de_ce_navigateur(const core::Refusal& refus) {
    return refus.code == "openid.retour" || refus.code == "openid.renonce";
}

// What the provider gave could not be used: the operator reads why.
void noter(const Visite& visite, const core::Refusal& refus) {
    audit::noter_seul(visite.base,
                      {.acteur = std::string{audit::personne},
                       .acte = "session.ouvrir",
                       .objet = "",
                       .issue = audit::Issue::refuse,
                       .detail = refus.code + (refus.detail.empty() ? "" : " ") + refus.detail},
                      visite.moyens.maintenant);
}

http::Response revenir(const http::Routes& routes, const Site& site, Visite& visite) {
    const auto depart = openid::desceller(
        visite.moyens.coffre, http::cookie(visite.requete, cookie_du_depart), visite.moyens.reel);
    if (!depart) return refuser(site, core::refuse(core::Reason::unauthenticated, "openid.retour"));
    if (const auto admis = openid::admettre(visite.moyens, visite.origine); !admis)
        return refuser(site, admis.error());
    const auto dit = [&](std::string_view nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    const auto identite = site.openid()->reconnaitre(
        *depart,
        {.code = dit("code"), .etat = dit("state"), .emetteur = dit("iss"), .erreur = dit("error")},
        adresse_de_retour(visite), visite.moyens.reel);
    if (!identite && !est_de_ce_navigateur(identite.error())) {
        openid::compter_un_echec(visite.moyens, visite.origine);
        noter(visite, identite.error());
    }
    auto reponse = !identite                ? refuser(site, identite.error())
                   : depart->compte.empty() ? entrer(routes, site, visite, {*depart, *identite})
                                            : proposer(site, visite, *depart, *identite);
    poser_le_depart(reponse, visite, {});
    return reponse;
}

http::Response lier(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const std::string proposee{saisie.valeur("proposee")};
    const auto fait =
        openid::lier(visite.moyens,
                     {.compte = visite.qui().acteur.compte,
                      .proposee = proposee,
                      .mot_de_passe = secret::Secret{std::string{saisie.valeur("mot_de_passe")}}});
    if (fait) return mon_compte(site, visite, {.fait = "pages.compte.fait.openid_lie"});
    if (fait.error().code == "mot_de_passe.faux")
        return montrer(site, confirmation(visite, proposee, fait.error().code), 422);
    return mon_compte(site, visite, {.formulaire = "openid", .faute = fait.error().code});
}

http::Response delier(const Site& site, Visite& visite) {
    const auto fait =
        openid::delier(visite.moyens, visite.qui().acteur.compte,
                       secret::Secret{std::string{lire(visite.requete).valeur("mot_de_passe")}});
    if (fait) return mon_compte(site, visite, {.fait = "pages.compte.fait.openid_delie"});
    const bool du_champ = fait.error().code == "mot_de_passe.faux";
    return mon_compte(site, visite,
                      {.formulaire = "openid",
                       .champ = du_champ ? "mot_de_passe" : "",
                       .faute = fait.error().code});
}

}  // namespace

// The routes are there with a provider only: without one, nothing is answered for it.
void ajouter_openid(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    if (site.openid() == nullptr) return;
    ajouter_lecture(routes, comptes, "/connexion/openid",
                    [&](Visite& visite) { return partir(site, visite, {}); });
    ajouter_lecture(routes, comptes, "/connexion/openid/retour",
                    [&](Visite& visite) { return revenir(routes, site, visite); });
    ajouter_lecture_gardee(routes, comptes, "/compte/openid", [&](Visite& visite) {
        return partir(site, visite, visite.qui().acteur.compte);
    });
    ajouter_envoi_garde(routes, comptes, "/compte/openid",
                        [&](Visite& visite) { return lier(site, visite); });
    ajouter_envoi_garde(routes, comptes, "/compte/openid/retrait",
                        [&](Visite& visite) { return delier(site, visite); });
}

}  // namespace grappe::compte
