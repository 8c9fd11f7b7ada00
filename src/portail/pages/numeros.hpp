// Numbers that people write among words: "33 078 064 5 EHPAD des Tilleuls". Pure.
#pragma once

#include <string_view>
#include <vector>

#include "core/finess.hpp"

namespace grappe::pages {

struct Numero {
    core::Finess finess;
    bool zero_remis = false;  // eight digits: the leading zero was put back
};

// The numbers of one cell: the cell itself when it is one, whatever its key; else each word of nine
// characters, or the nine characters that neighbouring words make, when the key is right.
std::vector<Numero> numeros_de(std::string_view cellule);

// True when the cell holds numbers and nothing else.
bool que_des_numeros(std::string_view cellule);

}  // namespace grappe::pages
