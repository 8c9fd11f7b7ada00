// /usages: a porteur sends a report, sees its own, registers the keys of its DUIs.
#include "portail/pages/ecriture.hpp"
#include "portail/suivi/ecran.hpp"
#include "portail/suivi/liste_vue.hpp"
#include "portail/usages/cles.hpp"
#include "portail/usages/part.hpp"

namespace grappe::suivi {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

// What was just refused: the whole page comes back with it.
struct Refuse {
    std::string acte;  // "rapport" or "cle"
    std::string faute;
    std::vector<std::string> raisons{};
    std::string dui{};  // as typed
    int statut = 422;
};

// Eight digits together: read over the telephone.
std::string en_groupes(const std::string& chiffres) {
    constexpr std::size_t groupe = 8;
    std::string texte;
    for (std::size_t ou = 0; ou < chiffres.size(); ou += groupe)
        texte += (ou == 0 ? "" : " ") + chiffres.substr(ou, groupe);
    return texte;
}

Vue::Liste vues_des_cles(const std::vector<usages::Cle>& cles) {
    Vue::Liste vues;
    for (const auto& une : cles)
        vues.push_back(Vue{{"dui", une.dui},
                           {"cle", en_groupes(une.cle)},
                           {"empreinte", en_groupes(une.empreinte())},
                           {"posee_le", pages::moment(une.posee_le, core::paris())},
                           {"en_vigueur", une.en_vigueur}});
    return vues;
}

Vue::Liste vues_des_resumes(const Suivi& suivi, const std::vector<usages::Resume>& tous) {
    Vue::Liste lignes;
    for (const auto& un : tous) lignes.push_back(vue_du_resume(suivi, un));
    return lignes;
}

// A table of its own where there are any.
Vue::Liste vue_des_parts(const Suivi& suivi, const std::vector<usages::Resume>& parts) {
    if (parts.empty()) return {};
    return {Vue{{"avec_porteur", false}, {"lignes", vues_des_resumes(suivi, parts)}}};
}

Vue::Liste textes(const std::vector<std::string>& lignes) {
    Vue::Liste vues;
    for (const auto& une : lignes) vues.push_back(Vue{{"texte", une}});
    return vues;
}

http::Response montrer(const Suivi& suivi, Visite& visite, const Refuse& refuse) {
    if (est_un_guichet(visite)) return http::Response::see_other("/bureau/usages");
    const auto [liste, cles, parts] = visite.base.read([&](storage::Reader& db) {
        return std::tuple{usages::lister(db, visite.qui().acteur, usages::Critere{.limite = 500}),
                          usages::cles_de(db, visite.qui().acteur.compte),
                          usages::lister_les_parts(db, demandeur(visite), suivi.moyens.registre)};
    });
    auto lignes = vues_des_resumes(suivi, liste.rapports);
    Vue contenu{{"csrf", visite.qui().csrf},
                {"fait", fait_de(suivi, visite)},
                {"faute_du_rapport", refuse.acte == "rapport" ? refuse.faute : std::string{}},
                {"a_raisons", !refuse.raisons.empty()},
                {"raisons", textes(refuse.raisons)},
                {"faute_de_la_cle", refuse.acte == "cle" ? refuse.faute : std::string{}},
                {"dui", refuse.dui},
                {"deplie", refuse.acte == "cle" || cles.empty()},
                {"sans_cle", cles.empty()},
                {"cles", vues_des_cles(cles)},
                {"vide", lignes.empty()},
                {"avec_porteur", false},
                {"parts", vue_des_parts(suivi, parts)},
                {"lignes", std::move(lignes)}};
    auto reponse = pages::repondre(suivi.services,
                                   {.gabarit = "suivi_rapports",
                                    .titre = pages::dire(suivi.services, "suivi.titre.liste"),
                                    .rubrique = "/dossiers",
                                    .fil = {pages::etape(suivi.services, "/dossiers")}},
                                   std::move(contenu));
    if (!refuse.acte.empty()) reponse.status = refuse.statut;
    return reponse;
}

Refuse refus_du_rapport(const Suivi& suivi, const usages::Examine& examine) {
    constexpr std::size_t au_plus = 20;
    Refuse refuse{.acte = "rapport", .faute = dire(suivi, examine.refus)};
    for (const auto& un : examine.reproches)
        if (refuse.raisons.size() < au_plus)
            refuse.raisons.push_back(suivi.services.phrases.rendre(un.code, un.faits));
    return refuse;
}

http::Response transmettre(const Suivi& suivi, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto octets = fichier_de(saisie, "rapport");
    if (octets.empty())
        return montrer(
            suivi, visite,
            {.acte = "rapport", .faute = pages::dire(suivi.services, "usages.fichier_absent")});
    const auto issue = usages::transmettre(visite.base, demandeur(visite),
                                           {octets, usages::nature_de(octets)}, suivi.moyens);
    if (!issue.recu) return montrer(suivi, visite, refus_du_rapport(suivi, issue.examine));
    return http::Response::see_other("/usages/" + issue.recu->id + "?fait=recu");
}

http::Response poser_la_cle(const Suivi& suivi, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto fichier = fichier_de(saisie, "fichier");
    const usages::NouvelleCle nouvelle{
        .dui = std::string{saisie.valeur("dui")},
        .fichier = std::string{fichier.empty() ? saisie.valeur("cle") : fichier}};
    const auto posee =
        usages::enregistrer_la_cle(visite.moyens, demandeur(visite), nouvelle,
                                   secret::Secret{std::string{saisie.valeur("mot_de_passe")}});
    if (posee) return http::Response::see_other("/usages?fait=cle#cles");
    return montrer(suivi, visite,
                   {.acte = "cle",
                    .faute = dire(suivi, posee.error()),
                    .dui = nouvelle.dui,
                    .statut = garde::statut_de(posee.error().reason)});
}

}  // namespace

void ajouter_mes_rapports(const Suivi& suivi) {
    ajouter_lecture(suivi, {.chemin = "/usages",
                            .resume = "Ses rapports d'usage",
                            .permission = Permission::usage_lire,
                            .action = [&](Visite& visite) { return montrer(suivi, visite, {}); }});
    ajouter_envoi(suivi,
                  {.chemin = "/usages",
                   .resume = "Transmettre un rapport d'usage",
                   .permission = Permission::usage_declarer,
                   .action = [&](Visite& visite) { return transmettre(suivi, visite); }},
                  usages::rapport_max + petit_formulaire);
    ajouter_envoi(suivi,
                  {.chemin = "/usages/cles",
                   .resume = "Enregistrer la clé d'un DUI",
                   .permission = Permission::usage_declarer,
                   .action = [&](Visite& visite) { return poser_la_cle(suivi, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::suivi
