// /agenda/personne/{id}: the week of a person, and the hours of her project over four weeks.
#include <algorithm>

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/agenda/heures.hpp"
#include "dui/element/droits.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/planning/routes.hpp"
#include "dui/planning/vues.hpp"
#include "dui/projet/lecture.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::planning {
namespace {

using agenda::Genre;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::nom_de, rencontre::Rencontre;
using rendez_vous::Occurrence, rendez_vous::Qui;
using storage::Reader;

constexpr int jours_des_heures = 28;

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    core::Date lundi;
    std::vector<Occurrence> semaine;
    std::vector<agenda::Heures> heures;  // of the four weeks that end with it
    Vue::Liste heures_dites{};
};

// Its title, to whom reads it: an objective is of the project, an agenda is of every day.
std::string objectif_dit(const Ecrans& ecrans, Reader& db, const acces::Professionnel& qui,
                         const std::string& id) {
    if (id.empty()) return dire(ecrans.services, "planning.hors_projet");
    auto lui = element::derniere(db, id);
    if (!lui || !element::lit(qui, lui->element))
        return dire(ecrans.services, "planning.objectif_tu");
    return dire(ecrans.services, "planning.objectif",
                {{"titre", projet::lu(*std::move(lui)).champ("titre")}});
}

// "3 h 15"
std::string duree(std::int64_t minutes) {
    const auto heures = std::to_string(minutes / 60), reste = std::to_string(minutes % 60);
    return heures + " h " + (reste.size() == 1 ? "0" : "") + reste;
}

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite) {
    auto rencontre = rencontre::rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    const auto lundi = lundi_demande(visite.requete.query("semaine").value_or(""),
                                     core::paris().day_of(instant(ecrans)));
    Lue lue{*std::move(rencontre), {}, lundi, {}, {}};
    const auto& personne = lue.rencontre.personne.id;
    lue.bandeau = rencontre::lire_le_bandeau(db, lue.rencontre.personne);
    const auto dimanche = lundi.plus_days(6);
    auto toutes = rendez_vous::occurrences_de(db, std::set<Qui>{{Genre::personne, personne}},
                                              {dimanche.plus_days(1 - jours_des_heures), dimanche});
    std::erase_if(toutes, [&](const Occurrence& une) {
        return !lue.rencontre.qui.peut_a(access::Permission::dossier_usager_lire,
                                         une.finess_et.text());
    });
    for (auto& une : agenda::compter(rendez_vous::evenements_de(toutes)))
        if (une.personne == personne) {
            lue.heures_dites.push_back(
                Vue{{"objectif", objectif_dit(ecrans, db, lue.rencontre.qui, une.objectif)},
                    {"prevues", duree(une.prevues)},
                    {"faites", duree(une.faites)},
                    {"refus", une.refus},
                    {"absences", une.absences}});
            lue.heures.push_back(std::move(une));
        }
    std::erase_if(toutes, [&](const Occurrence& une) { return une.fin.jour < lundi; });
    lue.semaine = std::move(toutes);
    return lue;
}

Vue::Liste jours(const Ecrans& ecrans, const Lue& lue) {
    Vue::Liste vues;
    for (int rang = 0; rang < 7; ++rang) {
        const auto jour = lue.lundi.plus_days(rang);
        Vue::Liste evenements;
        for (const auto& une : lue.semaine) {
            if (std::max(une.debut.jour, lue.lundi) != jour) continue;
            auto vue = vue_de(ecrans.services, lue.rencontre.qui, une);
            for (const auto& qui : une.evenement.participations)
                if (qui.genre == Genre::personne && qui.id == lue.rencontre.personne.id)
                    vue.ajouter("presence", dire(ecrans.services,
                                                 "planning.presence." +
                                                     std::string{core::name_of(qui.presence)}));
            evenements.push_back(std::move(vue));
        }
        vues.push_back(
            Vue{{"nom", dire(ecrans.services, "planning.jour." + std::to_string(rang + 1)) + " " +
                            page::jour(jour)},
                {"vide", evenements.empty()},
                {"evenements", std::move(evenements)}});
    }
    return vues;
}

// How much of what is planned is traced to an objective (PP-09).
std::string part_tracee(const Ecrans& ecrans, const Lue& lue) {
    std::int64_t toutes = 0, tracees = 0;
    for (const auto& une : lue.heures) {
        toutes += une.prevues;
        if (!une.objectif.empty()) tracees += une.prevues;
    }
    if (toutes == 0) return {};
    return dire(ecrans.services, "planning.tracees", {{"part", tracees * 100 / toutes}});
}

http::Response montrer(const Ecrans& ecrans, Visite& visite) {
    const auto& services = ecrans.services;
    auto trouvee = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite); });
    if (!trouvee) return dui::refuser(services, trouvee.error());
    auto lue = *std::move(trouvee);
    const auto& personne = lue.rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto ici = dui::adresse_sous("/agenda/personne", personne.id);
    const auto aller = [&](int ecart) {
        return ici + "?semaine=" + lue.lundi.plus_days(ecart).text();
    };
    return dui::repondre(
        services,
        {.gabarit = "agenda_personne",
         .titre = nom_de(personne),
         .rubrique = "/agenda",
         .fil = {{"/agenda", dire(services, "planning.titre")}}},
        {{"bandeau",
          rencontre::vue_du_bandeau(ecrans, lue.rencontre, lue.bandeau, "/agenda/personne")},
         {"periode",
          dire(services, "planning.periode", {{"du", lue.lundi}, {"au", lue.lundi.plus_days(6)}})},
         {"avant", aller(-7)},
         {"apres", aller(7)},
         {"rien", lue.semaine.empty()},
         {"jours", jours(ecrans, lue)},
         {"sans_heures", lue.heures.empty()},
         {"tracees", part_tracee(ecrans, lue)},
         {"heures", std::move(lue.heures_dites)},
         {"ecrit", lue.rencontre.qui.profession.has_value()},
         {"nouveau", "/agenda/nouveau?finess=" + lue.rencontre.etablissements.front() +
                         "&personne=" + core::percent_encoded(personne.id)}});
}

}  // namespace

void ajouter_personne(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/agenda/personne/{id...}",
                       .resume = "L'agenda d'une personne et les heures de son projet",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(ecrans, visite); }});
}

}  // namespace grappe::planning
