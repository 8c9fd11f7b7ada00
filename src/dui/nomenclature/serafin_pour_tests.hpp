// The nomenclature as it is shipped, for tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "dui/nomenclature/serafin.hpp"

namespace grappe::nomenclature {

inline std::string fichier_livre(const std::string& nom) {
    std::ifstream flux{std::string{GRAPPE_ROOT} + "/donnees/nomenclatures/" + nom,
                       std::ios::binary};
    return {std::istreambuf_iterator<char>{flux}, {}};
}

inline const Serafin& serafin_livree() {
    static const auto livree =
        Serafin::lire(fichier_livre("serafin-ph.csv"), fichier_livre("serafin-mots.csv")).value();
    return livree;
}

}  // namespace grappe::nomenclature
