// Secteur: what an establishment of the demonstration looks like, from those who live there: no
// fact says it.
#pragma once

#include <array>
#include <span>

#include "dui/annuaire/personne.hpp"

namespace grappe::demonstration {

inline constexpr std::array<const char*, 4> secteurs{"PA", "PH", "DOM", "PDE"};
// Ranks in `secteurs`.
inline constexpr std::size_t pa = 0, ph = 1, dom = 2, pde = 3;

// By the median age on that day, then by whether most stays there are at home. Nobody whose birth
// is known: PA.
std::size_t secteur_de(std::span<const annuaire::Personne> presentes, std::string_view finess_et,
                       core::Date jour);

}  // namespace grappe::demonstration
