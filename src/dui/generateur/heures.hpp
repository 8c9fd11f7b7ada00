// Hours of a working day: few at night, many at the changes of shift.
#pragma once

#include <algorithm>
#include <array>

#include "dui/generateur/lignes.hpp"

namespace grappe::generateur {

constexpr std::array<int, 32> heures{3,  6,  7,  7,  7,  8,  8,  8,  9,  9,  9,
                                     10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 14,
                                     15, 15, 16, 16, 17, 18, 19, 20, 21, 23};

// Two draws never stand in one expression: compilers order its operands as they please.
inline Lignes::Moment moment(Jour jour, Hasard& hasard) {
    const auto heure = hasard.parmi(heures);
    return {.jour = jour, .secondes = heure * 3600 + static_cast<int>(hasard.sous(3600))};
}

// A slot of a quarter of an hour to three hours, never over midnight.
inline Lignes::Evenement creneau(Jour jour, Hasard& hasard, std::string_view statut) {
    constexpr std::array<int, 8> minutes{15, 30, 30, 45, 60, 60, 90, 180};
    const auto heure = hasard.parmi(heures);
    const auto debut = heure * 3600 + static_cast<int>(hasard.sous(4)) * 900;
    const auto fin = std::min(debut + hasard.parmi(minutes) * 60, 23 * 3600 + 3599);
    return {
        .debut = {.jour = jour, .secondes = debut}, .jour_fin = jour, .fin = fin, .statut = statut};
}

inline std::string_view statut_passe(Hasard& hasard) {
    constexpr Proportions p;
    constexpr std::array<std::string_view, 8> autres{"REALISE", "REALISE", "REALISE", "REALISE",
                                                     "REALISE", "TERMINE", "VALIDE",  "PLANIFIE"};
    return hasard.pour_mille(p.annules) ? "ANNULE" : hasard.parmi(autres);
}

}  // namespace grappe::generateur
