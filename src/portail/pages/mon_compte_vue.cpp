// View of the account's page.
#include <array>

#include "identity/lien_openid.hpp"
#include "identity/second_facteur.hpp"
#include "openid/fournisseur.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/compte_vue.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/mon_compte.hpp"

namespace grappe::pages {
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

Vue champ_present(const Services& services, const SuiteDuCompte& suite,
                  std::string_view formulaire) {
    return vue_du_champ(services,
                        {.nom = "mot_de_passe",
                         .libelle = mot_de_passe_actuel,
                         .type = "password",
                         .autocomplete = "current-password",
                         .faute = faute_en(suite, formulaire, "mot_de_passe")},
                        formulaire);
}

Vue::Liste champs_du_mot(const Services& services, const SuiteDuCompte& suite) {
    return {champ_present(services, suite, "mot"),
            vue_du_champ(services,
                         {.nom = "nouveau",
                          .type = "password",
                          .autocomplete = "new-password",
                          .aide = "pages.compte.aide.mot_de_passe",
                          .faute = faute_en(suite, "mot", "nouveau")},
                         "mot")};
}

Vue::Liste champs_de_l_adresse(const Services& services, const SuiteDuCompte& suite) {
    return {vue_du_champ(services,
                         {.nom = "courriel",
                          .type = "email",
                          .autocomplete = "email",
                          .valeur = suite.courriel,
                          .faute = faute_en(suite, "adresse", "courriel")},
                         "adresse"),
            champ_present(services, suite, "adresse")};
}

Vue::Liste sessions(const garde::Visite& visite) {
    const auto ouvertes = visite.base.read([&](storage::Reader& db) {
        return identity::sessions_de(db, visite.qui().acteur.compte, visite.moyens.reel);
    });
    Vue::Liste vues;
    for (const auto& session : ouvertes)
        vues.push_back(Vue{{"id", session.id},
                           {"appareil", appareil_en_clair(session.appareil)},
                           {"ouverte_le", moment(session.ouverte_le, fuseau_de_paris())},
                           {"vue_le", moment(session.vue_le, fuseau_de_paris())},
                           {"courante", session.id == visite.qui().session}});
    return vues;
}

// Empty without a provider, and for who is bound to none that is known here.
Vue::Liste vue_openid(const Services& services, const garde::Visite& visite,
                      const SuiteDuCompte& suite) {
    if (services.openid == nullptr) return {};
    const bool lie = visite.base.read([&](storage::Reader& db) {
        return identity::lien_du_compte(db, visite.qui().acteur.compte).has_value();
    });
    const std::string_view nom{services.openid->nom()};
    return {Vue{
        {"fournisseur", nom},
        {"etat", lie ? "ouvert" : "neutre"},
        {"mots", dire(services, lie ? "pages.compte.openid.lie" : "pages.compte.openid.non_lie")},
        {"chapo", dire(services, "pages.compte.openid.chapo", {{"nom", nom}})},
        {"acte", dire(services, lie ? "pages.compte.openid.delier" : "pages.compte.openid.lier")},
        {"lie", lie},
        {"csrf", visite.qui().csrf},
        {"ouvrir", suite.formulaire == "openid" && !suite.faute.empty()},
        {"champs_openid", Vue::Liste{champ_present(services, suite, "openid")}}}};
}

std::string role_en_clair(const Services& services, const access::Acteur& acteur) {
    const auto role = dire(services, "pages.role." + std::string{core::name_of(acteur.role)});
    if (acteur.region.empty()) return role;
    return role + ", " + nom_de_region(services.territoires, acteur.region);
}

void ajouter_les_fautes(const Services& services, const SuiteDuCompte& suite, Vue& contenu) {
    Vue::Liste fautes;
    if (!suite.champ.empty())
        fautes.push_back(Vue{{"ancre", suite.formulaire + "-" + suite.champ},
                             {"lieu", dire(services, suite.champ == "mot_de_passe"
                                                         ? std::string{mot_de_passe_actuel}
                                                         : "pages.compte.champ." + suite.champ)},
                             {"phrase", dire(services, suite.faute)}});
    const auto nombre = static_cast<std::int64_t>(fautes.size());
    std::string resume;
    if (!suite.faute.empty())
        resume = nombre > 0 ? dire(services, "pages.compte.fautes", {{"nombre", nombre}})
                            : dire(services, suite.faute);
    contenu.ajouter("fautes", std::move(fautes));
    contenu.ajouter("fautes_resume", resume);
    contenu.ajouter("fait", suite.fait.empty() ? std::string{} : dire(services, suite.fait));
}

}  // namespace

std::string appareil_en_clair(std::string_view user_agent) {
    const auto navigateur = reconnu(navigateurs, user_agent),
               systeme = reconnu(systemes, user_agent);
    if (navigateur.empty()) return "Navigateur inconnu";
    if (systeme.empty()) return std::string{navigateur};
    return std::string{navigateur} + " sous " + std::string{systeme};
}

http::Response mon_compte(const Services& services, const garde::Visite& visite,
                          const SuiteDuCompte& suite) {
    const auto& acteur = visite.qui().acteur;
    const bool facteur = visite.base.read(
        [&](storage::Reader& db) { return identity::a_un_second_facteur(db, acteur.compte); });
    const auto mot = [&](const char* oui, const char* non) {
        return dire(services, facteur ? oui : non);
    };
    auto ouvertes = sessions(visite);
    const bool plusieurs = ouvertes.size() > 1;
    Vue contenu{
        {"nom", visite.qui().nom},
        {"courriel", visite.qui().courriel},
        {"role", role_en_clair(services, acteur)},
        {"csrf", visite.qui().csrf},
        {"facteur_etat", facteur ? "ouvert" : "neutre"},
        {"facteur_mots", mot("pages.compte.facteur.actif", "pages.compte.facteur.absent")},
        {"facteur_acte", mot("pages.compte.facteur.remplacer", "pages.compte.facteur.associer")},
        {"retirable", facteur && !access::est_un_guichet(acteur.role)},
        {"champs_facteur", Vue::Liste{champ_present(services, suite, "facteur")}},
        {"champs_mot", champs_du_mot(services, suite)},
        {"champs_adresse", champs_de_l_adresse(services, suite)},
        {"ouvrir_facteur", suite.formulaire == "facteur" && !suite.faute.empty()},
        {"ouvrir_mot", suite.formulaire == "mot" && !suite.faute.empty()},
        {"ouvrir_adresse", suite.formulaire == "adresse" && !suite.faute.empty()},
        {"openid", vue_openid(services, visite, suite)},
        {"sessions", std::move(ouvertes)},
        {"plusieurs", plusieurs}};
    ajouter_les_fautes(services, suite, contenu);
    auto reponse =
        repondre(services, {.gabarit = "mon_compte", .titre = dire(services, "pages.titre.compte")},
                 std::move(contenu));
    if (!suite.faute.empty()) reponse.status = 422;
    return reponse;
}

}  // namespace grappe::pages
