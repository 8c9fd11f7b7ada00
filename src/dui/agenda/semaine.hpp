// Semaine: a week as a page shows it: a row a person, seven days, blocks side by side when they are
// at the same time. Values.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "dui/agenda/evenement.hpp"

namespace grappe::agenda {

// Minutes of that day on the clock, 0 to 1440. What began before or goes on is cut at midnight.
struct Bloc {
    std::size_t evenement;  // index
    int debut, fin;         // debut < fin
    int colonne = 0, colonnes = 1;
    bool depuis_la_veille = false, jusqu_au_lendemain = false;
    Presence presence = Presence::attendue;
};

struct Rangee {
    std::string personne;
    std::array<std::vector<Bloc>, 7> jours;  // by beginning
};

struct Semaine {
    core::Date lundi;
    std::vector<Rangee> rangees;  // in the order of the persons given
};

// The week of that day. Cancelled events are shown too: it is for the page to strike them out.
Semaine disposer(core::Date jour, std::span<const std::string> personnes,
                 std::span<const Evenement> evenements);

}  // namespace grappe::agenda
