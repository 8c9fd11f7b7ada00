// Occurrences, participants and clashes in words.
#pragma once

#include "dui/cercle/cercle.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/rendez_vous/programmation.hpp"
#include "web/page/vue.hpp"

namespace grappe::planning {

// Names of persons, accounts, rooms and vehicles, each read once.
class Noms {
public:
    Noms(const rencontre::Ecrans& ecrans, storage::Reader& db, std::string_view finess_et);
    std::string de(agenda::Genre genre, const std::string& id);
    const std::vector<rendez_vous::Ressource>& ressources() const { return ressources_; }

private:
    const rencontre::Ecrans& ecrans_;
    rencontre::Auteurs auteurs_;
    std::vector<rendez_vous::Ressource> ressources_;
};

// What somebody who does not read the class is shown: that the time is taken.
std::string titre_de(const dui::Services& services, const acces::Professionnel& qui,
                     const rendez_vous::Occurrence& une);
std::string heures_de(const rendez_vous::Occurrence& une);  // "10 h 30 – 11 h 30"
std::string adresse_de(const rendez_vous::Occurrence& une);

page::Vue vue_de(const dui::Services& services, const acces::Professionnel& qui,
                 const rendez_vous::Occurrence& une);

page::Vue::Liste conflits_dits(const dui::Services& services, Noms& noms,
                               rendez_vous::Issue& issue);
page::Vue::Liste fautes_dites(const dui::Services& services,
                              const std::vector<rendez_vous::Faute>& fautes);

// "semaine=2026-11-23": the Monday of that day, of today where none is said.
core::Date lundi_demande(std::string_view dit, core::Date aujourd_hui);

}  // namespace grappe::planning
