// Words of agendas.
#include "dui/planning/vues.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "core/texte.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/recurrence/description.hpp"

namespace grappe::planning {

using agenda::Genre, agenda::Presence, agenda::Statut;
using dui::dire;
using page::Vue;
using rendez_vous::Occurrence;

Noms::Noms(const rencontre::Ecrans& ecrans, storage::Reader& db, std::string_view finess_et)
    : ecrans_{ecrans}, auteurs_{db}, ressources_{rendez_vous::ressources_de(db, finess_et)} {}

std::string Noms::de(Genre genre, const std::string& id) {
    if (genre == Genre::personne) {
        const auto une = ecrans_.annuaire.personne(id);
        return une ? rencontre::nom_de(*une) : id;
    }
    if (genre == Genre::professionnel) return auteurs_.nom(id);
    const auto une = std::ranges::find(ressources_, id, &rendez_vous::Ressource::id);
    return une == ressources_.end() ? id : une->nom;
}

std::string titre_de(const dui::Services& services, const acces::Professionnel& qui,
                     const Occurrence& une) {
    return rendez_vous::lit(qui, une) ? une.evenement.titre : dire(services, "planning.pris");
}

std::string heures_de(const Occurrence& une) {
    return recurrence::heure_en_clair(une.debut) + " – " + recurrence::heure_en_clair(une.fin);
}

std::string adresse_de(const Occurrence& une) {
    return "/agenda/evenements/" + une.rendez_vous +
           "?le=" + core::percent_encoded(une.prevue.texte());
}

Vue vue_de(const dui::Services& services, const acces::Professionnel& qui, const Occurrence& une) {
    const auto statut = une.evenement.statut;
    const bool lisible = rendez_vous::lit(qui, une);
    return {{"titre", titre_de(services, qui, une)},
            {"heures", heures_de(une)},
            {"debut", recurrence::heure_en_clair(une.debut)},
            {"adresse", lisible ? adresse_de(une) : std::string{}},
            {"lieu", lisible ? une.lieu : std::string{}},
            {"annule", statut == Statut::annule},
            {"fait", statut == Statut::realise || statut == Statut::termine},
            {"statut", dire(services, "planning.statut." + std::string{core::name_of(statut)})},
            {"serie", une.serie},
            {"deplace", une.deplacee},
            {"id", une.rendez_vous},
            {"prevue", une.prevue.texte()},
            {"version", une.version},
            {"heure", une.debut.texte().substr(11)},
            {"minutes", std::int64_t{core::days_between(une.debut.jour, une.fin.jour)} *
                                recurrence::minutes_du_jour +
                            une.fin.minute - une.debut.minute}};
}

Vue::Liste conflits_dits(const dui::Services& services, Noms& noms, rendez_vous::Issue& issue) {
    constexpr std::size_t montres = 10;
    Vue::Liste vues;
    for (auto& un : issue.evenements)
        if (un.titre.empty()) un.titre = dire(services, "planning.pris");
    for (const auto& un : issue.conflits) {
        if (vues.size() == montres) break;
        vues.push_back(
            Vue{{"phrase", agenda::dire(un, {issue.evenements, noms.de(un.genre, un.ressource)},
                                        services.phrases)}});
    }
    return vues;
}

Vue::Liste fautes_dites(const dui::Services& services,
                        const std::vector<rendez_vous::Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& une : fautes)
        vues.push_back(Vue{{"phrase", dire(services, une.code, {{"detail", une.detail}})},
                           {"champ", une.chemin}});
    return vues;
}

core::Date lundi_demande(std::string_view dit, core::Date aujourd_hui) {
    const auto jour = core::Date::parse(dit);
    const auto ce_jour = jour ? *jour : aujourd_hui;
    return ce_jour.plus_days(1 - core::iso_weekday(ce_jour));
}

}  // namespace grappe::planning
