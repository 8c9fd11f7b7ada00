// Appartenance: the legal entity in whose name a line of a dossier stands. Pure.
#pragma once

#include <string_view>

#include "portail/membres/part.hpp"

namespace grappe::membres {

// What the line says, else what the register says; empty: unknown, or no number. It borrows both.
std::string_view entite_de(const dossier::Arbre& contenu, const dossier::Noeud& essms,
                           const Rattachements& rattachements);

}  // namespace grappe::membres
