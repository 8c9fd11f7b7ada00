// Évènement: something that happens to persons, with professionals, in a room, with a vehicle; one
// occurrence. Words of the national model: interop 4.2 (EncounterEvenement), COO-02.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "dui/recurrence/serie.hpp"

namespace grappe::agenda {

// The words of an event's fact.
enum class Statut { planifie, valide, realise, termine, annule };
constexpr auto names(Statut) {
    return std::to_array<core::Named<Statut>>({{Statut::planifie, "PLANIFIE"},
                                               {Statut::valide, "VALIDE"},
                                               {Statut::realise, "REALISE"},
                                               {Statut::termine, "TERMINE"},
                                               {Statut::annule, "ANNULE"}});
}

enum class Genre { personne, professionnel, salle, vehicule };
constexpr auto names(Genre) {
    return std::to_array<core::Named<Genre>>({{Genre::personne, "personne"},
                                              {Genre::professionnel, "professionnel"},
                                              {Genre::salle, "salle"},
                                              {Genre::vehicule, "vehicule"}});
}

// `refusee`: the person said no, before or on the day; it is never an absence.
enum class Presence { attendue, presente, absente, excusee, refusee };
constexpr auto names(Presence) {
    using enum Presence;
    return std::to_array<core::Named<Presence>>({{attendue, "attendue"},
                                                 {presente, "presente"},
                                                 {absente, "absente"},
                                                 {excusee, "excusee"},
                                                 {refusee, "refusee"}});
}

struct Participation {
    Genre genre;
    std::string id;
    Presence presence = Presence::attendue;
    std::string objectif{};  // of the person's project; empty: none

    // It takes the time of who takes part.
    bool prend() const { return presence == Presence::attendue || presence == Presence::presente; }
};

struct Evenement {
    std::string id;
    std::string titre;
    core::Instant de, a;  // de < a
    Statut statut = Statut::planifie;
    std::vector<Participation> participations{};

    bool vivant() const { return statut != Statut::annule; }
    std::int64_t minutes() const { return (a.utc() - de.utc()).count() / 60; }
};

// What comes back with the same participants.
struct Modele {
    std::string id;
    std::string titre;
    std::vector<Participation> participations;
    recurrence::Serie serie;
};

// The occurrences of a window, planned; each is named by its series and by when the rule has it.
// Refusals of `recurrence::derouler`.
core::Result<std::vector<Evenement>> deployer(std::span<const Modele> modeles,
                                              recurrence::Fenetre fenetre);

}  // namespace grappe::agenda
