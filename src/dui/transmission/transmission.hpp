// Transmission: what is told of a person, narrative or targeted, with all its faults at once. Pure.
// COO-01: cible, données, actions, résultats.
#pragma once

#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"

namespace grappe::transmission {

inline constexpr std::size_t texte_au_plus = 4'000;  // characters of each part
inline constexpr std::size_t cible_au_plus = 120;

enum class Forme { narrative, ciblee };

constexpr auto names(Forme) {
    return std::to_array<core::Named<Forme>>(
        {{Forme::narrative, "narrative"}, {Forme::ciblee, "ciblee"}});
}

enum class Urgence { ordinaire, urgente };

constexpr auto names(Urgence) {
    return std::to_array<core::Named<Urgence>>(
        {{Urgence::ordinaire, "ordinaire"}, {Urgence::urgente, "urgente"}});
}

// A part that its form does not have is empty.
struct Transmission {
    Forme forme = Forme::narrative;
    Urgence urgence = Urgence::ordinaire;
    std::string texte{};                                     // narrative
    std::string cible{}, donnees{}, actions{}, resultats{};  // targeted
    std::string motif{};                                     // why it was withdrawn

    bool operator==(const Transmission&) const = default;
};

struct Faute {
    std::string chemin, code;

    bool operator==(const Faute&) const = default;
};

// Codes "transmission.vide", "transmission.cible", "transmission.dar" (a target alone says
// nothing), "transmission.long", "transmission.cible_longue".
std::vector<Faute> fautes_de(const Transmission& une);

// Without the spaces around, nor the parts of the other form.
Transmission nette(Transmission une);

std::string contenu_de(const Transmission& une);
Transmission lue(std::string_view contenu);

// Whether what was found still waits for its result: a targeted one without it.
bool attend_un_resultat(const Transmission& une);

// Shifts: 6:45, 13:45, 21:00 in Paris. A choice of ours until establishments say their own.
enum class Poste { matin, apres_midi, nuit };

constexpr auto names(Poste) {
    return std::to_array<core::Named<Poste>>(
        {{Poste::matin, "matin"}, {Poste::apres_midi, "apres_midi"}, {Poste::nuit, "nuit"}});
}

Poste poste_de(core::Instant instant);

}  // namespace grappe::transmission
