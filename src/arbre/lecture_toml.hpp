// Reads TOML text into the neutral tree: the one place that knows the TOML library.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "arbre/arbre.hpp"

namespace grappe::arbre {

// A text that is not TOML. `code`: "syntaxe", "syntaxe_accent", "syntaxe_titre", "syntaxe_deja", or
// "syntaxe_date" with the date as written.
struct Faute {
    int ligne, colonne;
    std::string_view code;
    std::string valeur{};
};

std::variant<Noeud, Faute> lire_toml(std::string_view texte);

}  // namespace grappe::arbre
