// Carré QR: a text as a square that a telephone reads.
#pragma once

#include <string>
#include <vector>

namespace grappe::qr {

struct Carre {
    int cote;                 // modules
    std::vector<bool> noirs;  // row after row

    bool noir(int ligne, int colonne) const {
        return noirs[static_cast<std::size_t>(ligne) * static_cast<std::size_t>(cote) +
                     static_cast<std::size_t>(colonne)];
    }
};
Carre carre_qr(const std::string& texte);

}  // namespace grappe::qr
