// Views of forms and messages of accounts.
#include "web/compte/compte_vue.hpp"

#include "core/texte.hpp"
#include "openid/fournisseur.hpp"
#include "web/compte/site.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::compte {
namespace {

using page::Vue;

constexpr std::size_t corps_au_plus = std::size_t{16} * 1024;

std::string texte_de(const Site& site, std::string_view code, std::string_view partie) {
    return page::etiquette(
        site.phrases(), std::string{"pages.compte."}.append(code).append(".").append(partie), "");
}

Vue::Liste vues_des_liens(const Site& site,
                          const std::vector<std::pair<std::string_view, std::string_view>>& liens) {
    Vue::Liste vues;
    for (const auto& [lien, code] : liens)
        vues.push_back(Vue{{"lien", lien}, {"libelle", dire(site, code)}});
    return vues;
}

Vue::Liste paragraphes(std::string_view texte) {
    constexpr std::string_view separateur = " ¶ ";
    Vue::Liste vues;
    for (;;) {
        const auto fin = texte.find(separateur);
        vues.push_back(Vue{{"texte", texte.substr(0, fin)}});
        if (fin == std::string_view::npos) return vues;
        texte.remove_prefix(fin + separateur.size());
    }
}

Vue::Liste vues_des_caches(const std::vector<std::pair<std::string, std::string>>& caches) {
    Vue::Liste vues;
    for (const auto& [nom, valeur] : caches) vues.push_back(Vue{{"nom", nom}, {"valeur", valeur}});
    return vues;
}

// The button of the provider, on the sign-in that leads to a page; not on one that carries a form.
Vue::Liste vue_d_ailleurs(const Site& site, const FormulaireDeCompte& formulaire) {
    if (site.openid() == nullptr || !formulaire.code.starts_with("connexion") ||
        formulaire.garde_la_page)
        return {};
    std::string lien{"/connexion/openid"};
    for (const auto& [nom, valeur] : formulaire.caches)
        if (nom == "retour" && !valeur.empty()) lien += "?retour=" + core::percent_encoded(valeur);
    const std::string_view nom{site.openid()->nom()};
    return {Vue{{"lien", std::move(lien)},
                {"libelle", dire(site, "pages.compte.openid.entrer", {{"nom", nom}})}}};
}

void ajouter_ligne(http::Routes& routes, const garde::Comptes& comptes, garde::Ligne ligne) {
    ligne.resume = "Compte";
    ligne.repond = "text/html";
    if (ligne.methode == http::Method::post) {
        ligne.corps_au_plus = corps_au_plus;
        ligne.types = {"application/x-www-form-urlencoded", "multipart/form-data"};
    }
    garde::ajouter(routes, comptes, std::move(ligne));
}

}  // namespace

Vue vue_du_champ(const Site& site, const ChampDeCompte& champ, std::string_view prefixe) {
    const auto code = champ.libelle.empty() ? "pages.compte.champ." + std::string{champ.nom}
                                            : std::string{champ.libelle};
    const auto id = std::string{prefixe} + (prefixe.empty() ? "" : "-") + std::string{champ.nom};
    return Vue{{"id", id},
               {"nom", champ.nom},
               {"libelle", dire(site, code)},
               {"type", champ.type},
               {"autocomplete", champ.autocomplete},
               {"valeur", champ.valeur},
               {"est_secret", champ.type == "password"},
               {"est_code", champ.autocomplete == "one-time-code"},
               {"aide", champ.aide.empty() ? std::string{} : dire(site, champ.aide)},
               {"erreur", champ.faute.empty() ? std::string{} : dire(site, champ.faute)}};
}

http::Response montrer(const Site& site, const FormulaireDeCompte& formulaire, int statut) {
    Vue::Liste champs, fautes;
    for (const auto& champ : formulaire.champs) {
        champs.push_back(vue_du_champ(site, champ, ""));
        if (!champ.faute.empty())
            fautes.push_back(
                Vue{{"ancre", champ.nom},
                    {"lieu", dire(site, "pages.compte.champ." + std::string{champ.nom})},
                    {"phrase", dire(site, champ.faute)}});
    }
    const auto nombre = static_cast<std::int64_t>(fautes.size());
    const bool en_faute = nombre > 0 || !formulaire.faute.empty();
    const auto resume = formulaire.faute.empty()
                            ? dire(site, "pages.compte.fautes", {{"nombre", nombre}})
                            : dire(site, formulaire.faute);
    Vue contenu{{"chapo", texte_de(site, formulaire.code, "chapo")},
                {"action", formulaire.action},
                {"bouton", texte_de(site, formulaire.code, "bouton")},
                {"champs", std::move(champs)},
                {"caches", vues_des_caches(formulaire.caches)},
                {"liens", vues_des_liens(site, formulaire.liens)},
                {"nouvel_onglet", formulaire.garde_la_page},
                {"ailleurs", vue_d_ailleurs(site, formulaire)},
                {"fautes", std::move(fautes)},
                {"fautes_resume", en_faute ? resume : std::string{}}};
    auto reponse = site.repondre(
        {.gabarit = "compte_formulaire", .titre = texte_de(site, formulaire.code, "titre")},
        std::move(contenu));
    reponse.status = statut;
    return reponse;
}

http::Response montrer(const Site& site, const Annonce& annonce) {
    Vue contenu{{"paragraphes", paragraphes(texte_de(site, annonce.code, "texte"))},
                {"liens", vues_des_liens(site, annonce.liens)}};
    auto reponse =
        site.repondre({.gabarit = "compte_annonce", .titre = texte_de(site, annonce.code, "titre")},
                      std::move(contenu));
    reponse.status = annonce.statut;
    return reponse;
}

std::string dire(const Site& site, std::string_view code) {
    return site.phrases().rendre(code, {});
}

std::string dire(const Site& site, std::string_view code, const rules::Faits& faits) {
    return site.phrases().rendre(code, faits);
}

page::Formulaire lire(const http::Request& requete) {
    auto lu = page::lire_formulaire(requete.field("content-type"), requete.body);
    return lu ? std::move(lu).value() : page::Formulaire{};
}

void ajouter_lecture(http::Routes& routes, const garde::Comptes& comptes, std::string_view chemin,
                     garde::Action action) {
    ajouter_ligne(routes, comptes,
                  {.methode = http::Method::get, .chemin = chemin, .action = std::move(action)});
}

void ajouter_envoi(http::Routes& routes, const garde::Comptes& comptes, std::string_view chemin,
                   garde::Action action) {
    ajouter_ligne(routes, comptes,
                  {.methode = http::Method::post, .chemin = chemin, .action = std::move(action)});
}

void ajouter_lecture_gardee(http::Routes& routes, const garde::Comptes& comptes,
                            std::string_view chemin, garde::Action action) {
    ajouter_ligne(routes, comptes,
                  {.methode = http::Method::get,
                   .chemin = chemin,
                   .permission = access::Permission::compte_sien,
                   .action = std::move(action)});
}

void ajouter_envoi_garde(http::Routes& routes, const garde::Comptes& comptes,
                         std::string_view chemin, garde::Action action) {
    ajouter_ligne(routes, comptes,
                  {.methode = http::Method::post,
                   .chemin = chemin,
                   .permission = access::Permission::compte_sien,
                   .action = std::move(action)});
}

}  // namespace grappe::compte
