// View of the account's page.
#include <array>

#include "identity/lien_openid.hpp"
#include "identity/second_facteur.hpp"
#include "openid/fournisseur.hpp"
#include "web/compte/compte_vue.hpp"
#include "web/compte/mon_compte.hpp"
#include "web/compte/site.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::compte {
namespace {

using page::Vue;

struct Signe {
    std::string_view signe, nom;
};

// In this order: each browser also names those that it imitates.
constexpr std::array<Signe, 6> navigateurs{{{"Firefox/", "Firefox"},
                                            {"Edg", "Edge"},
                                            {"OPR/", "Opera"},
                                            {"Chrome/", "Chrome"},
                                            {"Safari/", "Safari"},
                                            {"curl/", "curl"}}};
constexpr std::array<Signe, 6> systemes{{{"Android", "Android"},
                                         {"iPhone", "iPhone"},
                                         {"iPad", "iPad"},
                                         {"Windows", "Windows"},
                                         {"Mac OS", "macOS"},
                                         {"Linux", "Linux"}}};

template <std::size_t N>
std::string_view reconnu(const std::array<Signe, N>& signes, std::string_view texte) {
    for (const auto& [signe, nom] : signes)
        if (texte.find(signe) != std::string_view::npos) return nom;
    return {};
}

std::string faute_en(const SuiteDuCompte& suite, std::string_view formulaire,
                     std::string_view champ) {
    return suite.formulaire == formulaire && suite.champ == champ ? suite.faute : std::string{};
}

constexpr std::string_view mot_de_passe_actuel = "pages.compte.champ.mot_de_passe_actuel";

Vue champ_present(const Site& site, const SuiteDuCompte& suite, std::string_view formulaire) {
    return vue_du_champ(site,
                        {.nom = "mot_de_passe",
                         .libelle = mot_de_passe_actuel,
                         .type = "password",
                         .autocomplete = "current-password",
                         .faute = faute_en(suite, formulaire, "mot_de_passe")},
                        formulaire);
}

Vue::Liste champs_du_mot(const Site& site, const SuiteDuCompte& suite) {
    return {champ_present(site, suite, "mot"),
            vue_du_champ(site,
                         {.nom = "nouveau",
                          .type = "password",
                          .autocomplete = "new-password",
                          .aide = "pages.compte.aide.mot_de_passe",
                          .faute = faute_en(suite, "mot", "nouveau")},
                         "mot")};
}

Vue::Liste champs_de_l_adresse(const Site& site, const SuiteDuCompte& suite) {
    return {vue_du_champ(site,
                         {.nom = "courriel",
                          .type = "email",
                          .autocomplete = "email",
                          .valeur = suite.courriel,
                          .faute = faute_en(suite, "adresse", "courriel")},
                         "adresse"),
            champ_present(site, suite, "adresse")};
}

Vue::Liste sessions(const garde::Visite& visite) {
    const auto ouvertes = visite.base.read([&](storage::Reader& db) {
        return identity::sessions_de(db, visite.qui().acteur.compte, visite.moyens.reel);
    });
    Vue::Liste vues;
    for (const auto& session : ouvertes)
        vues.push_back(Vue{{"id", session.id},
                           {"appareil", appareil_en_clair(session.appareil)},
                           {"ouverte_le", page::moment(session.ouverte_le, core::paris())},
                           {"vue_le", page::moment(session.vue_le, core::paris())},
                           {"courante", session.id == visite.qui().session}});
    return vues;
}

// Empty without a provider, and for who is bound to none that is known here.
Vue::Liste vue_openid(const Site& site, const garde::Visite& visite, const SuiteDuCompte& suite) {
    if (site.openid() == nullptr) return {};
    const bool lie = visite.base.read([&](storage::Reader& db) {
        return identity::lien_du_compte(db, visite.qui().acteur.compte).has_value();
    });
    const std::string_view nom{site.openid()->nom()};
    return {
        Vue{{"fournisseur", nom},
            {"etat", lie ? "ouvert" : "neutre"},
            {"mots", dire(site, lie ? "pages.compte.openid.lie" : "pages.compte.openid.non_lie")},
            {"chapo", dire(site, "pages.compte.openid.chapo", {{"nom", nom}})},
            {"acte", dire(site, lie ? "pages.compte.openid.delier" : "pages.compte.openid.lier")},
            {"lie", lie},
            {"csrf", visite.qui().csrf},
            {"ouvrir", suite.formulaire == "openid" && !suite.faute.empty()},
            {"champs_openid", Vue::Liste{champ_present(site, suite, "openid")}}}};
}

void ajouter_les_fautes(const Site& site, const SuiteDuCompte& suite, Vue& contenu) {
    Vue::Liste fautes;
    if (!suite.champ.empty())
        fautes.push_back(Vue{{"ancre", suite.formulaire + "-" + suite.champ},
                             {"lieu", dire(site, suite.champ == "mot_de_passe"
                                                     ? std::string{mot_de_passe_actuel}
                                                     : "pages.compte.champ." + suite.champ)},
                             {"phrase", dire(site, suite.faute)}});
    const auto nombre = static_cast<std::int64_t>(fautes.size());
    std::string resume;
    if (!suite.faute.empty())
        resume = nombre > 0 ? dire(site, "pages.compte.fautes", {{"nombre", nombre}})
                            : dire(site, suite.faute);
    contenu.ajouter("fautes", std::move(fautes));
    contenu.ajouter("fautes_resume", resume);
    contenu.ajouter("fait", suite.fait.empty() ? std::string{} : dire(site, suite.fait));
}

}  // namespace

std::string appareil_en_clair(std::string_view user_agent) {
    if (user_agent.starts_with(identity::marque_du_partage)) return "Appareil partagé";
    const auto navigateur = reconnu(navigateurs, user_agent),
               systeme = reconnu(systemes, user_agent);
    if (navigateur.empty()) return "Navigateur inconnu";
    if (systeme.empty()) return std::string{navigateur};
    return std::string{navigateur} + " sous " + std::string{systeme};
}

http::Response mon_compte(const Site& site, const garde::Visite& visite,
                          const SuiteDuCompte& suite) {
    const auto& acteur = visite.qui().acteur;
    const bool facteur = visite.base.read(
        [&](storage::Reader& db) { return identity::a_un_second_facteur(db, acteur.compte); });
    const auto mot = [&](const char* oui, const char* non) {
        return dire(site, facteur ? oui : non);
    };
    auto ouvertes = sessions(visite);
    const bool plusieurs = ouvertes.size() > 1;
    Vue contenu{
        {"nom", visite.qui().nom},
        {"courriel", visite.qui().courriel},
        {"role", site.role_en_clair(acteur)},
        {"csrf", visite.qui().csrf},
        {"liens_du_compte", site.liens_du_compte()},
        {"facteur_etat", facteur ? "ouvert" : "neutre"},
        {"facteur_mots", mot("pages.compte.facteur.actif", "pages.compte.facteur.absent")},
        {"facteur_acte", mot("pages.compte.facteur.remplacer", "pages.compte.facteur.associer")},
        {"retirable", facteur && !access::demande_un_second_facteur(acteur.role)},
        {"champs_facteur", Vue::Liste{champ_present(site, suite, "facteur")}},
        {"champs_mot", champs_du_mot(site, suite)},
        {"champs_adresse", champs_de_l_adresse(site, suite)},
        {"ouvrir_facteur", suite.formulaire == "facteur" && !suite.faute.empty()},
        {"ouvrir_mot", suite.formulaire == "mot" && !suite.faute.empty()},
        {"ouvrir_adresse", suite.formulaire == "adresse" && !suite.faute.empty()},
        {"openid", vue_openid(site, visite, suite)},
        {"sessions", std::move(ouvertes)},
        {"plusieurs", plusieurs}};
    ajouter_les_fautes(site, suite, contenu);
    auto reponse = site.repondre(
        {.gabarit = "mon_compte", .titre = dire(site, "pages.titre.compte")}, std::move(contenu));
    if (!suite.faute.empty()) reponse.status = 422;
    return reponse;
}

}  // namespace grappe::compte
