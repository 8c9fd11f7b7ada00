// One line of a table of rights.
#pragma once

#include <array>
#include <string_view>

#include "access/matrice.hpp"

namespace grappe::access {

// A link for each role of the program, in the order of their enumeration.
template <std::size_t N>
struct LigneDe {
    Permission permission;
    std::string_view libelle;
    std::array<Lien, N> liens;
};

}  // namespace grappe::access
