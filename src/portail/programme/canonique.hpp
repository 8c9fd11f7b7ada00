// Canonique: the values of a resolved call, one line each, whatever the layout of its files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/programme/appel.hpp"

namespace grappe::programme {

// Every value with its path, canonical text and source; in the order of docs/format-appel.md.
std::vector<ValeurTracee> valeurs_de(const Appel& appel);

// The text whose digest identifies the rules: paths, texts and sources, not layers nor days.
std::string forme_canonique(const std::vector<ValeurTracee>& valeurs);

// The value at `chemin`, or the first one below it; null when the call has none.
const ValeurTracee* valeur(const Appel& appel, std::string_view chemin);

}  // namespace grappe::programme
