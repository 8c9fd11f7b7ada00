// Reads TOML text into the neutral tree: the one place that knows the TOML library.
#pragma once

#include <string_view>
#include <variant>

#include "portail/programme/arbre.hpp"
#include "portail/programme/defaut.hpp"

namespace grappe::programme {

// The tree, or the syntax fault with its line and column. `fichier` only names the place.
std::variant<Noeud, Defaut> lire_toml(std::string_view texte, std::string_view fichier);

}  // namespace grappe::programme
