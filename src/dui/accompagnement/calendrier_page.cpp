// /projet/{id}/calendrier: actions and reviews of a project, month by month.
#include "core/calendar.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/projet/plan.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;

constexpr int mois_montres = 12;

// The month asked for ("2024-09"), else that of today.
core::Date premier_mois(const Outils& outils, const Visite& visite) {
    const auto texte = std::string{visite.requete.query("de").value_or("")} + "-01";
    if (const auto lu = core::Date::parse(texte)) return lu.value();
    const auto jour = aujourd_hui(outils).ymd();
    return core::Date::of(jour.year() / jour.month() / 1);
}

Vue vue_de(const Outils& outils, const projet::Evenement& un) {
    const auto& services = outils.ecrans.services;
    std::string texte;
    if (un.objet != nullptr) {
        texte = un.objet->champ("titre");
        if (un.quoi == projet::Temps::revue) texte = mot(outils, *un.objet, "motif");
        if (texte.empty()) texte = mot(outils, *un.objet, "categorie");
    }
    const bool fort = un.quoi == projet::Temps::revision || un.quoi == projet::Temps::bilan_prevu;
    return {{"quoi", dire(services, "accompagnement.temps." + std::string{core::name_of(un.quoi)})},
            {"texte", std::move(texte)},
            {"le", un.le ? page::jour(*un.le) : std::string{}},
            {"fort", fort}};
}

http::Response montrer(const Outils& outils, Visite& visite) {
    const auto& services = outils.ecrans.services;
    const auto lu = visite.base.read(
        [&](storage::Reader& db) { return ouvrir(outils, db, visite, visite.requete.path("id")); });
    if (!lu) return dui::refuser(services, lu.error());
    const auto& personne = lu->rencontre.personne;
    acces::consigner_un_dossier(
        visite.base, {visite.qui().acteur.compte, rencontre::instant(outils.ecrans)}, personne.id);
    const auto premier = premier_mois(outils, visite);
    Vue::Liste vues;
    for (const auto& mois :
         projet::mois_de(lu->projet, lu->projet.revision(delais(outils)), premier, mois_montres)) {
        Vue::Liste evenements;
        for (const auto& un : mois.evenements) evenements.push_back(vue_de(outils, un));
        auto nom = page::jour(mois.premier);
        vues.push_back(Vue{{"nom", nom.substr(nom.find(' ') + 1)},
                           {"vide", evenements.empty()},
                           {"evenements", std::move(evenements)}});
    }
    const auto lien = [&](int mois) {
        return "?de=" + core::plus_months(premier, mois).text().substr(0, 7);
    };
    const auto nom = rencontre::nom_de(personne);
    return dui::repondre(
        services,
        {.gabarit = "projet_calendrier",
         .titre = dire(services, "accompagnement.titre.calendrier", {{"nom", nom}}),
         .rubrique = "/projets",
         .fil = {{"/projets", dire(services, "accompagnement.titre.projets")},
                 {adresse_du_projet(personne.id, lu->projet.lui.id(), ""), nom}}},
        {{"nom", nom},
         {"projet", lu->projet.lui.champ("titre")},
         {"mois", std::move(vues)},
         {"avant", lien(-mois_montres)},
         {"apres", lien(mois_montres)}});
}

}  // namespace

void ajouter_calendrier(const Outils& outils) {
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projet/{id}/calendrier",
                       .resume = "Le projet mois par mois : actions et bilans",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(outils, visite); }});
}

}  // namespace grappe::accompagnement
