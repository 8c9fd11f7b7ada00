// What each file of these pages adds, and the device that a request comes from.
#pragma once

#include "dui/appareil/appareil.hpp"
#include "dui/rencontre/ecrans.hpp"

namespace grappe::relais {

using rencontre::Ecrans;

inline constexpr std::string_view nom_du_cookie = "appareil_dui";

std::optional<appareil::Appareil> appareil_de(const garde::Visite& visite);
std::string_view cookie_de(const garde::Visite& visite);

void ajouter_appareils(const Ecrans& ecrans);
void ajouter_code(const Ecrans& ecrans);
void ajouter_ecran(const Ecrans& ecrans);

}  // namespace grappe::relais
