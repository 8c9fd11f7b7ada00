// Mes dossiers: the list, and the beginning of a dossier, from nothing or from a simulation.
#include "portail/espace/contenu.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/brouillon.hpp"
#include "portail/teleservice/succession.hpp"
#include "web/compte/reprise.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

// What the porteur may still act upon first; each group the last changed first.
bool est_en_cours(const DossierLu& lu) {
    return lu.dossier.statut != teleservice::Statut::retire &&
           lu.dossier.statut != teleservice::Statut::clos;
}

http::Response lister(const Espace& espace, Visite& visite) {
    Vue::Liste en_cours, anciens, confies;
    visite.base.read([&](storage::Reader& db) {
        for (const auto& un : teleservice::successions_attendues(db, demandeur(visite)))
            confies.push_back(
                Vue{{"id", un.dossier.id}, {"nom", un.nom}, {"appel", un.dossier.appel}});
        for (auto& dossier : teleservice::lister(db, demandeur(visite), {})) {
            // What it supports is listed elsewhere: it is not its own.
            if (dossier.compte != visite.qui().acteur.compte) continue;
            const auto lu = lire(espace, db, demandeur(visite), dossier.id);
            if (lu)
                (est_en_cours(*lu) ? en_cours : anciens).push_back(vue_de_la_ligne(espace, *lu));
        }
        return true;
    });
    const bool vide = en_cours.empty() && anciens.empty();
    return repondre(espace.services,
                    {.gabarit = "espace_dossiers",
                     .titre = dire(espace.services, "espace.titre.dossiers"),
                     .rubrique = "/dossiers"},
                    {{"vide", vide},
                     {"csrf", visite.qui().csrf},
                     {"confies", std::move(confies)},
                     {"en_cours", std::move(en_cours)},
                     {"a_anciens", !anciens.empty()},
                     {"anciens", std::move(anciens)}});
}

Vue::Liste appels_a_choisir(const Espace& espace, std::string_view voulu) {
    auto vues = pages::appels_en_bref(espace.services);
    Vue::Liste choix;
    for (auto& vue : vues) {
        const auto& id = std::get<std::string>(vue.trouver("id")->contenu());
        const bool choisi = voulu.empty() ? choix.empty() : id == voulu;
        choix.push_back(Vue{{"id", id},
                            {"titre", *vue.trouver("titre")},
                            {"etat", *vue.trouver("etat")},
                            {"etat_mots", *vue.trouver("etat_mots")},
                            {"echeance", *vue.trouver("echeance")},
                            {"choisi", choisi}});
    }
    return choix;
}

// The page that begins a dossier; typed facts, if any, travel in it.
http::Response proposer(const Espace& espace, const Visite& visite, const pages::Saisie& faits) {
    Vue::Liste caches;
    for (const auto& [chemin, texte] : faits.valeurs())
        if (chemin != "appel" && !texte.empty())
            caches.push_back(Vue{{"nom", chemin}, {"valeur", texte}});
    const auto nombre = static_cast<std::int64_t>(faits.essms());
    const auto repris = nombre > 0
                            ? dire(espace.services, "espace.nouveau.repris", {{"nombre", nombre}})
                            : std::string{};
    return repondre(espace.services,
                    {.gabarit = "espace_nouveau",
                     .titre = dire(espace.services, "espace.titre.nouveau"),
                     .rubrique = "/dossiers",
                     .fil = {pages::etape(espace.services, "/dossiers")}},
                    {{"csrf", visite.qui().csrf},
                     {"repris", repris},
                     {"appels", appels_a_choisir(espace, faits.texte("appel"))},
                     {"caches", std::move(caches)}});
}

http::Response nouveau(const Espace& espace, Visite& visite) {
    pages::Saisie faits;
    if (const auto appel = visite.requete.query("appel")) faits.poser("appel", std::string{*appel});
    return proposer(espace, visite, faits);
}

// From the simulator, which knows of no session: signed in, the page; else the sign-in first.
http::Response depuis_la_simulation(const Espace& espace, Visite& visite) {
    if (!visite.presence) return compte::demander_la_connexion(espace.site, visite);
    return proposer(espace, visite, pages::lire_saisie(lire_envoi(visite)));
}

core::Result<teleservice::Dossier> creer(const Espace& espace, storage::Writer& db,
                                         const Visite& visite, const pages::Saisie& faits) {
    const auto qui = demandeur(visite);
    auto dossier = teleservice::creer(db, qui, faits.texte("appel"), espace.portail.appels);
    if (!dossier || faits.valeurs().size() <= 1) return dossier;
    const auto contenu = texte_a_ecrire(espace.services, *dossier, faits);
    return teleservice::ecrire(
        db, qui, {.dossier = dossier->id, .version = dossier->version, .contenu = contenu},
        reception::moyens_de(espace.portail, visite));
}

http::Response commencer(const Espace& espace, Visite& visite) {
    const auto faits = pages::lire_saisie(lire_envoi(visite));
    const auto dossier =
        visite.base.write([&](storage::Writer& db) { return creer(espace, db, visite, faits); });
    if (dossier) return http::Response::see_other("/dossiers/" + dossier->id + "/saisie");
    auto reponse = proposer(espace, visite, faits);
    reponse.status = garde::statut_de(dossier.error().reason);
    return reponse;
}

}  // namespace

void ajouter_mes_dossiers(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers",
                             .resume = "Mes dossiers",
                             .permission = Permission::dossier_creer,
                             .action = [&](Visite& visite) { return lister(espace, visite); }});
    ajouter_envoi(
        espace,
        {.chemin = "/dossiers",
         .resume = "Commencer un dossier",
         .permission = Permission::dossier_creer,
         .action = [&](Visite& visite) { return commencer(espace, visite); },
         .sans_session = [&](Visite& visite) { return depuis_la_simulation(espace, visite); }},
        grand_formulaire);
    ajouter_lecture(espace, {.chemin = "/dossiers/nouveau",
                             .resume = "Commencer un dossier",
                             .permission = Permission::dossier_creer,
                             .action = [&](Visite& visite) { return nouveau(espace, visite); }});
    const auto simulation = [&](Visite& visite) { return depuis_la_simulation(espace, visite); };
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/nouveau",
                   .resume = "Commencer un dossier avec les données d'une simulation",
                   .permission = Permission::dossier_creer,
                   .action = simulation,
                   .sans_session = simulation},
                  grand_formulaire);
}

}  // namespace grappe::espace
