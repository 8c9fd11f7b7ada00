// /projet/{id}/facile: the same project in easy language: short sentences, large type, no code.
#include <algorithm>

#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using projet::Genre, projet::Objet;

Vue::Liste phrases(const projet::Projet& projet, Genre genre, std::string_view champ,
                   std::string_view seulement) {
    Vue::Liste vues;
    for (const auto& un : projet.des(genre))
        if (seulement.empty() || un.champ("origine") == seulement)
            vues.push_back(Vue{{"texte", un.champ(champ)}});
    return vues;
}

// What we do together: each objective with its actions, unless it was given up.
Vue::Liste objectifs(const Outils& outils, const projet::Projet& projet) {
    Vue::Liste vues;
    for (const auto& un : projet.des(Genre::objectif)) {
        const auto statut = un.champ("statut");
        if (statut == "ANNULE") continue;
        Vue::Liste actions;
        for (const auto& une : projet.des(Genre::action)) {
            const auto ids = projet::mots_de(une.champ("objectifs"));
            if (std::ranges::find(ids, un.id()) == ids.end() || une.champ("statut") == "ANNULE")
                continue;
            actions.push_back(Vue{{"texte", une.champ("titre")}, {"qui", une.champ("referent")}});
        }
        vues.push_back(Vue{
            {"titre", un.champ("titre")},
            {"avis", un.champ("avis")},
            {"fini", statut == "TERMINE"},
            {"etat", dire(outils.ecrans.services, "accompagnement.facile." + std::string{statut})},
            {"sans_action", actions.empty()},
            {"actions", std::move(actions)}});
    }
    return vues;
}

// Who was there, when, in which form: the proof of a project made together.
Vue::Liste participants(const Outils& outils, const projet::Projet& projet) {
    Vue::Liste vues;
    for (const auto& un : projet.des(Genre::participation))
        vues.push_back(Vue{{"qui", un.champ("qui")},
                           {"qualite", mot(outils, un, "qualite")},
                           {"le", page::jour(un.jour("le").value())},
                           {"forme", mot(outils, un, "forme")}});
    return vues;
}

http::Response afficher(const Outils& outils, const Entier& lue) {
    const auto& services = outils.ecrans.services;
    const auto& projet = lue.ouvert.projet;
    const auto& personne = lue.ouvert.rencontre.personne;
    const auto nom = rencontre::nom_de(personne);
    const auto revision = projet.revision(delais(outils));
    auto participes = participants(outils, projet);
    auto visees = objectifs(outils, projet);
    auto voeux = phrases(projet, Genre::attente, "description", "personne");
    return dui::repondre(services,
                         {.gabarit = "projet_facile",
                          .titre = dire(services, "accompagnement.titre.facile", {{"nom", nom}}),
                          .rubrique = "/projets",
                          .fil = {{"/projets", dire(services, "accompagnement.titre.projets")},
                                  {adresse_du_projet(personne.id, projet.lui.id(), ""), nom}}},
                         {{"nom", nom},
                          {"projet", projet.lui.champ("titre")},
                          {"vie", lue.vie ? lue.vie->champ("titre") : std::string_view{}},
                          {"sans_voeu", voeux.empty()},
                          {"voeux", std::move(voeux)},
                          {"besoins", phrases(projet, Genre::besoin, "description", "")},
                          {"sans_objectif", visees.empty()},
                          {"objectifs", std::move(visees)},
                          {"revoir", revision ? page::jour(revision->terme) : std::string{}},
                          {"accord", projet.accorde_par("personne")},
                          {"sans_participant", participes.empty()},
                          {"participants", std::move(participes)}});
}

http::Response montrer(const Outils& outils, Visite& visite) {
    const auto lue = lire_entier(outils, visite);
    if (!lue) return dui::refuser(outils.ecrans.services, lue.error());
    return afficher(outils, *lue);
}

}  // namespace

void ajouter_facile(const Outils& outils) {
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projet/{id}/facile",
                       .resume = "Le projet en facile à lire",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(outils, visite); }});
}

}  // namespace grappe::accompagnement
