// /agenda: a week of forty persons on one screen, of professionals, rooms or vehicles; a day on a
// telephone.
#include <algorithm>
#include <array>
#include <map>

#include "core/calendar.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/planning/routes.hpp"
#include "dui/planning/vues.hpp"
#include "dui/rencontre/rencontre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::planning {
namespace {

using agenda::Genre;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::lire_le_lieu;
using rendez_vous::Occurrence, rendez_vous::Qui;
using storage::Reader;

constexpr std::size_t rangees_par_page = 40;
constexpr std::array<std::pair<Genre, const char*>, 4> vues_possibles{
    {{Genre::personne, "personnes"},
     {Genre::professionnel, "professionnels"},
     {Genre::salle, "salles"},
     {Genre::vehicule, "vehicules"}}};

struct Semaine {
    Lieu lieu;
    Genre genre = Genre::personne;
    core::Date lundi, jour;
    std::size_t page = 0, pages = 1, combien = 0;
    std::vector<std::pair<std::string, std::string>> rangees{};  // id, name
    std::vector<Occurrence> occurrences{};

    std::string adresse(core::Date ce_jour, Genre ce_genre, std::size_t cette_page) const {
        std::string texte = "/agenda" + lieu.question() + "&semaine=" + ce_jour.text();
        for (const auto& [un, nom] : vues_possibles)
            if (un == ce_genre && un != Genre::personne) texte += std::string{"&vue="} + nom;
        return cette_page == 0 ? texte : texte + "&page=" + std::to_string(cette_page + 1);
    }
};

std::vector<std::string> ids_des_rangees(const Ecrans& ecrans, Reader& db, const Semaine& semaine,
                                         const Noms& noms) {
    std::vector<std::string> ids;
    const auto& lieu = semaine.lieu;
    if (semaine.genre == Genre::personne) {
        for (auto& id : ecrans.annuaire.presentes(lieu.finess_et, semaine.jour))
            if (lieu.concerne(id)) ids.push_back(std::move(id));
    } else if (semaine.genre == Genre::professionnel) {
        for (const auto& un : acces::professionnels(db))
            if (un.peut_a(access::Permission::dossier_usager_lire, lieu.finess_et))
                ids.push_back(un.acteur.compte);
    } else {
        for (const auto& une : noms.ressources())
            if (une.genre == semaine.genre) ids.push_back(une.id);
    }
    return ids;
}

Semaine lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    const auto demande = [&](const char* nom) { return visite.requete.query(nom).value_or(""); };
    const auto aujourd_hui = core::paris().day_of(instant(ecrans));
    const auto dite = core::Date::parse(demande("semaine"));
    const auto lundi = lundi_demande(demande("semaine"), aujourd_hui);
    Semaine semaine{.lieu = lire_le_lieu(ecrans, db, visite, {demande("finess"), demande("unite")}),
                    .lundi = lundi,
                    .jour = dite ? *dite : aujourd_hui};
    if (semaine.lieu.finess_et.empty()) return semaine;
    for (const auto& [genre, nom] : vues_possibles)
        if (demande("vue") == nom) semaine.genre = genre;
    Noms noms{ecrans, db, semaine.lieu.finess_et};
    const auto ids = ids_des_rangees(ecrans, db, semaine, noms);
    semaine.combien = ids.size();
    semaine.pages =
        std::max<std::size_t>(1, (ids.size() + rangees_par_page - 1) / rangees_par_page);
    const auto page = core::integer<std::size_t>(demande("page")).value_or(1);
    semaine.page = std::min(std::max<std::size_t>(1, page), semaine.pages) - 1;
    const auto debut = semaine.page * rangees_par_page;
    for (auto n = debut; n < std::min(ids.size(), debut + rangees_par_page); ++n)
        semaine.rangees.emplace_back(ids[n], noms.de(semaine.genre, ids[n]));
    semaine.occurrences = rendez_vous::occurrences_du_lieu(
        db, semaine.lieu.finess_et, {semaine.lundi, semaine.lundi.plus_days(6)});
    std::erase_if(semaine.occurrences, [&](const auto& une) {
        return !rendez_vous::reserve_a(une.evenement, semaine.lieu.fermees).empty();
    });
    return semaine;
}

using Jours = std::array<std::vector<std::size_t>, 7>;  // indexes of occurrences

// On each day of the clock that it touches.
std::map<std::string, Jours> par_rangee(const Semaine& semaine) {
    std::map<std::string, Jours> toutes;
    for (const auto& [id, nom] : semaine.rangees) toutes.emplace(id, Jours{});
    for (std::size_t n = 0; n < semaine.occurrences.size(); ++n) {
        const auto& une = semaine.occurrences[n];
        const auto dernier = une.fin.minute == 0 && une.fin.jour > une.debut.jour
                                 ? une.fin.jour.plus_days(-1)
                                 : une.fin.jour;
        const auto de = std::max(0, core::days_between(semaine.lundi, une.debut.jour));
        const auto a = std::min(6, core::days_between(semaine.lundi, dernier));
        for (const auto& qui : une.evenement.participations) {
            const auto rangee = toutes.find(qui.id);
            if (qui.genre != semaine.genre || rangee == toutes.end()) continue;
            for (auto jour = de; jour <= a; ++jour)
                rangee->second[static_cast<std::size_t>(jour)].push_back(n);
        }
    }
    return toutes;
}

Vue vue_du_jour(const Ecrans& ecrans, const Semaine& semaine, int rang) {
    const auto jour = semaine.lundi.plus_days(rang);
    const auto nom = dire(ecrans.services, "planning.jour." + std::to_string(rang + 1));
    return {{"nom", nom},
            {"numero", std::int64_t{static_cast<unsigned>(jour.ymd().day())}},
            {"date", jour.text()},
            {"dit", nom + " " + page::jour(jour)},
            {"ici", jour == semaine.jour},
            {"aujourd_hui", jour == core::paris().day_of(instant(ecrans))},
            {"adresse", semaine.adresse(jour, semaine.genre, semaine.page)}};
}

Vue::Liste jours(const Ecrans& ecrans, const Semaine& semaine) {
    Vue::Liste vues;
    for (int rang = 0; rang < 7; ++rang) vues.push_back(vue_du_jour(ecrans, semaine, rang));
    return vues;
}

std::string adresse_de_la_rangee(const Semaine& semaine, const std::string& id) {
    return semaine.genre == Genre::personne
               ? dui::adresse_sous("/agenda/personne", id) + "?semaine=" + semaine.lundi.text()
               : std::string{};
}

Vue::Liste rangees(const Ecrans& ecrans, const Semaine& semaine) {
    Vue::Liste vues;
    auto toutes = par_rangee(semaine);
    for (const auto& [id, nom] : semaine.rangees) {
        Vue::Liste cases;
        for (int rang = 0; rang < 7; ++rang) {
            Vue::Liste evenements;
            for (const auto n : toutes.at(id)[static_cast<std::size_t>(rang)]) {
                auto vue = vue_de(ecrans.services, semaine.lieu.qui, semaine.occurrences[n]);
                for (const auto& qui : semaine.occurrences[n].evenement.participations)
                    if (qui.genre == semaine.genre && qui.id == id)
                        vue.ajouter("refuse", qui.presence == agenda::Presence::refusee);
                evenements.push_back(std::move(vue));
            }
            const auto jour = semaine.lundi.plus_days(rang);
            cases.push_back(Vue{{"jour", jour.text()},
                                {"ici", jour == semaine.jour},
                                {"vide", evenements.empty()},
                                {"evenements", std::move(evenements)}});
        }
        vues.push_back(Vue{{"nom", nom},
                           {"adresse", adresse_de_la_rangee(semaine, id)},
                           {"cases", std::move(cases)}});
    }
    return vues;
}

Vue::Liste choix_de_vue(const Ecrans& ecrans, const Semaine& semaine) {
    Vue::Liste vues;
    for (const auto& [genre, nom] : vues_possibles)
        vues.push_back(Vue{{"nom", dire(ecrans.services, std::string{"planning.vue."} + nom)},
                           {"adresse", semaine.adresse(semaine.jour, genre, 0)},
                           {"courant", semaine.genre == genre}});
    return vues;
}

Vue::Liste unites(const Ecrans& ecrans, const Semaine& semaine) {
    Vue::Liste vues;
    auto autre = semaine;
    const auto ajouter = [&](std::string nom, const std::string& unite) {
        autre.lieu.unite = unite;
        vues.push_back(Vue{{"nom", std::move(nom)},
                           {"adresse", autre.adresse(semaine.jour, semaine.genre, 0)},
                           {"courant", semaine.lieu.unite == unite}});
    };
    if (semaine.lieu.unites.empty() || semaine.genre != Genre::personne) return vues;
    ajouter(dire(ecrans.services, "quotidien.toutes_les_unites"), "");
    for (const auto& une : semaine.lieu.unites) ajouter(une.nom, une.id);
    return vues;
}

Vue vue_de_la_semaine(const Ecrans& ecrans, const Visite& visite, const Semaine& semaine) {
    const auto& services = ecrans.services;
    const auto aller = [&](int jours) {
        return semaine.adresse(semaine.jour.plus_days(jours), semaine.genre, semaine.page);
    };
    const auto page = [&](std::size_t laquelle) {
        return semaine.adresse(semaine.jour, semaine.genre, laquelle);
    };
    Vue::Liste etablissements;
    for (const auto& un : semaine.lieu.etablissements)
        etablissements.push_back(Vue{{"numero", un}, {"courant", un == semaine.lieu.finess_et}});
    return {
        {"periode", dire(services, "planning.periode",
                         {{"du", semaine.lundi}, {"au", semaine.lundi.plus_days(6)}})},
        {"avant", aller(-7)},
        {"apres", aller(7)},
        {"maintenant", "/agenda" + semaine.lieu.question()},
        {"vues", choix_de_vue(ecrans, semaine)},
        {"unites", unites(ecrans, semaine)},
        {"plusieurs", semaine.lieu.etablissements.size() > 1},
        {"etablissements", std::move(etablissements)},
        {"semaine", semaine.jour.text()},
        {"jours", jours(ecrans, semaine)},
        {"personne", semaine.rangees.empty()},
        {"rangees", rangees(ecrans, semaine)},
        {"page_avant", semaine.page > 0 ? page(semaine.page - 1) : std::string{}},
        {"page_apres", semaine.page + 1 < semaine.pages ? page(semaine.page + 1) : std::string{}},
        {"ecrit", semaine.lieu.qui.peut_a(access::Permission::dossier_usager_ecrire,
                                          semaine.lieu.finess_et) &&
                      semaine.lieu.qui.profession.has_value()},
        {"nouveau", "/agenda/nouveau" + semaine.lieu.question() + "&jour=" + semaine.jour.text()},
        {"ressources", "/agenda/ressources" + semaine.lieu.question()},
        {"ici", semaine.adresse(semaine.jour, semaine.genre, semaine.page)},
        {"csrf", visite.qui().csrf}};
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto& services = ecrans.services;
    const auto semaine = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    if (semaine.lieu.finess_et.empty())
        return dui::refuser(services,
                            core::refuse(core::Reason::not_found, "quotidien.sans_etablissement"));
    if (semaine.genre == Genre::personne)
        acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                   {semaine.lieu.finess_et, semaine.rangees.size()});
    return dui::repondre(
        services,
        {.gabarit = "agenda", .titre = dire(services, "planning.titre"), .rubrique = "/agenda"},
        vue_de_la_semaine(ecrans, visite, semaine));
}

}  // namespace

void ajouter_semaine(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/agenda",
                       .resume = "L'agenda d'une semaine",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
}

}  // namespace grappe::planning
