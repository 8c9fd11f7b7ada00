// Words of a text as the search compares them: folded, letters and digits only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grappe::referentiels {

// "L’Hôpital St-Jean" gives l, hopital, st, jean; "I.M.E. du Parc" gives ime, du, parc.
std::vector<std::string> mots(std::string_view texte);

// "saint" for "st", "ste" for "sainte", and back; empty for any other word. Registers write one
// or the other, people too.
std::string_view autre_ecriture(std::string_view mot);

}  // namespace grappe::referentiels
