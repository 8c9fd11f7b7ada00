// Reads JSON text into the neutral tree. Strict: RFC 8259, UTF-8, no key twice in one object.
#pragma once

#include <string_view>
#include <variant>

#include "arbre/arbre.hpp"
#include "arbre/lecture_toml.hpp"

namespace grappe::saisie {

using arbre::Noeud;

inline constexpr std::size_t octets_de_json = std::size_t{1} << 20U;

// A member that is null is as absent; a number that is not a 64-bit integer is `autre`. Codes of a
// fault: json_syntaxe, json_repete, json_trop_long.
std::variant<Noeud, arbre::Faute> lire_json(std::string_view texte);

}  // namespace grappe::saisie
