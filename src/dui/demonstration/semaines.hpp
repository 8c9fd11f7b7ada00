// Semaines: the agenda of the month: activities that come back, appointments, who was there. Inside
// this module and its command only.
#pragma once

#include "dui/demonstration/vie.hpp"
#include "dui/recurrence/regle.hpp"

namespace grappe::demonstration {

struct Activite {
    std::string secteur, titre, lieu, salle;       // `salle` empty: none is taken
    std::vector<recurrence::JourDeSemaine> jours;  // empty: once
    int jour;                                      // of once, from the last day told
    int minute, minutes;
    std::size_t premiere, personnes;  // ranks of those who live there
    partage::Classe classe;
};

// Codes "demonstration.phrases_absentes", "demonstration.phrase" (its detail the line).
core::Result<std::vector<Activite>> lire_les_activites(const std::filesystem::path& fichier);

struct Tenus {
    std::int64_t rendez_vous = 0, pointages = 0;
};
// What an account of the place writes, on the `jours` before the last day and some weeks after.
core::Result<Tenus> tenir_l_agenda(const Vie& vie, const std::vector<Activite>& activites,
                                   int jours);

}  // namespace grappe::demonstration
