// Pages from a request for an account to its activation, and of a changed address.
#include "identity/inscription.hpp"

#include "identity/changement_courriel.hpp"
#include "web/compte/compte_vue.hpp"
#include "web/compte/comptes.hpp"

namespace grappe::compte {
namespace {

using garde::Visite;

std::string faute_du_champ(const std::vector<identity::FauteDeSaisie>& fautes,
                           std::string_view champ) {
    for (const auto& faute : fautes)
        if (faute.champ == champ) return faute.code;
    return {};
}

FormulaireDeCompte formulaire(const page::Formulaire& saisie,
                              const std::vector<identity::FauteDeSaisie>& fautes) {
    const auto valeur = [&](std::string_view nom) { return std::string{saisie.valeur(nom)}; };
    const auto faute = [&](std::string_view nom) { return faute_du_champ(fautes, nom); };
    return {.code = "inscription",
            .action = "/inscription",
            .champs = {{.nom = "prenom",
                        .type = "text",
                        .autocomplete = "given-name",
                        .valeur = valeur("prenom"),
                        .faute = faute("prenom")},
                       {.nom = "nom",
                        .type = "text",
                        .autocomplete = "family-name",
                        .valeur = valeur("nom"),
                        .faute = faute("nom")},
                       {.nom = "courriel",
                        .type = "email",
                        .autocomplete = "email",
                        .valeur = valeur("courriel"),
                        .aide = "pages.compte.aide.courriel",
                        .faute = faute("courriel")},
                       {.nom = "mot_de_passe",
                        .type = "password",
                        .autocomplete = "new-password",
                        .aide = "pages.compte.aide.mot_de_passe",
                        .faute = faute("mot_de_passe")}},
            .liens = {{"/connexion", "pages.compte.lien.connexion"}}};
}

http::Response demander(const Site& site, Visite& visite) {
    const auto saisie = lire(visite.requete);
    const auto texte = [&](std::string_view nom) { return std::string{saisie.valeur(nom)}; };
    const identity::DemandeDeCompte demande{.courriel = texte("courriel"),
                                            .nom = texte("nom"),
                                            .prenom = texte("prenom"),
                                            .mot_de_passe = secret::Secret{texte("mot_de_passe")},
                                            .origine = visite.origine};
    if (const auto fautes = fautes_de(demande); !fautes.empty())
        return montrer(site, formulaire(saisie, fautes), 422);
    const auto fait = demander_un_compte(visite.moyens, demande);
    if (fait) return http::Response::see_other("/inscription/envoyee");
    auto vide = formulaire(saisie, {});
    vide.faute = fait.error().code;
    return montrer(site, vide, garde::statut_de(fait.error().reason));
}

// The link shows a button: programs that follow the links of mails must not use it up.
http::Response proposer(const Site& site, const Visite& visite, std::string_view code,
                        std::string_view action) {
    const std::string jeton{visite.requete.query("jeton").value_or("")};
    return montrer(site,
                   FormulaireDeCompte{.code = code,
                                      .action = std::string{action},
                                      .champs = {},
                                      .caches = {{"jeton", jeton}}},
                   200);
}

http::Response activer(const Site& site, Visite& visite) {
    const auto fait = identity::activer(visite.moyens, lire(visite.requete).valeur("jeton"));
    if (fait)
        return montrer(site, Annonce{.code = "active",
                                     .liens = {{"/connexion", "pages.compte.lien.connexion"}}});
    return montrer(site, Annonce{.code = "perime",
                                 .statut = garde::statut_de(fait.error().reason),
                                 .liens = {{"/connexion", "pages.compte.lien.connexion"},
                                           {"/inscription", "pages.compte.lien.inscription"}}});
}

http::Response confirmer_courriel(const Site& site, Visite& visite) {
    const auto fait = identity::confirmer_changement_courriel(visite.moyens,
                                                              lire(visite.requete).valeur("jeton"));
    const std::vector<std::pair<std::string_view, std::string_view>> liens{
        {"/compte", "pages.compte.lien.compte"}};
    if (fait) return montrer(site, Annonce{.code = "courriel_confirme", .liens = liens});
    return montrer(
        site,
        Annonce{.code = "perime", .statut = garde::statut_de(fait.error().reason), .liens = liens});
}

}  // namespace

void ajouter_inscription(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    ajouter_lecture(routes, comptes, "/inscription",
                    [&](Visite&) { return montrer(site, formulaire({}, {}), 200); });
    ajouter_envoi(routes, comptes, "/inscription",
                  [&](Visite& visite) { return demander(site, visite); });
    ajouter_lecture(routes, comptes, "/inscription/envoyee", [&](Visite&) {
        return montrer(site, Annonce{.code = "envoyee", .liens = {{"/", "pages.menu.accueil"}}});
    });
    ajouter_lecture(routes, comptes, "/activation", [&](Visite& visite) {
        return proposer(site, visite, "activation", "/activation");
    });
    ajouter_envoi(routes, comptes, "/activation",
                  [&](Visite& visite) { return activer(site, visite); });
}

void ajouter_confirmation(http::Routes& routes, const Site& site, const garde::Comptes& comptes) {
    ajouter_lecture(routes, comptes, "/compte/courriel", [&](Visite& visite) {
        return proposer(site, visite, "courriel_a_confirmer", "/compte/courriel");
    });
    ajouter_envoi(routes, comptes, "/compte/courriel",
                  [&](Visite& visite) { return confirmer_courriel(site, visite); });
}

}  // namespace grappe::compte
