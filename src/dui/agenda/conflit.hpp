// Conflit: the same person, professional, room or vehicle taken twice at once, or a room too full.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dui/agenda/evenement.hpp"
#include "rules/phrases.hpp"

namespace grappe::agenda {

// What rooms and vehicles hold. Persons and professionals are taken by one event at a time and need
// no line here. `partagee`: several events at once, as long as there are places.
struct Ressource {
    Genre genre;
    std::string id;
    std::string nom;
    int places = 0;  // persons and professionals at once; 0: not counted
    bool partagee = false;
};

enum class Nature { deux_fois, trop_plein };

// Between those instants, the end left out. Indexes are of the events given.
struct Conflit {
    Nature nature;
    Genre genre;
    std::string ressource;  // its id
    std::vector<std::size_t> evenements;
    core::Instant de, a;
    int places = 0, prises = 0;  // of `trop_plein`: the most that are there

    bool operator==(const Conflit&) const = default;
};

inline constexpr std::size_t conflits_max = 2000;

// By instant, then kind and id of what is taken. An event that is cancelled takes nothing, nor does
// who refused, is away or excused. Stops at `conflits_max`: beyond, nobody reads them.
std::vector<Conflit> conflits(std::span<const Evenement> evenements,
                              std::span<const Ressource> ressources);

// "Salle 2 est prise deux fois, le 24 novembre 2026 de 10 h 30 à 11 h : « Cuisine » et « Chant »."
struct Noms {
    std::span<const Evenement> evenements;
    std::string nom;  // of what is taken
};
std::string dire(const Conflit& conflit, const Noms& noms, const rules::Phrases& phrases);

}  // namespace grappe::agenda
