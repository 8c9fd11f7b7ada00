// Reads the file of a scale (donnees/grilles/*.toml), all its faults at once.
#pragma once

#include <string_view>
#include <variant>

#include "dui/evaluation/grille.hpp"
#include "saisie/faute.hpp"

namespace grappe::evaluation {

std::variant<Grille, saisie::Fautes> lire_grille(std::string_view toml);

}  // namespace grappe::evaluation
