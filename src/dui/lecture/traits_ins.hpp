// What is odd in the identity traits of a line, without being a fault.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace grappe::lecture {

struct Faute;

struct TraitsLus {
    std::optional<std::string_view> nom;
    std::span<const std::string_view> prenoms;
    std::optional<std::string_view> lieu, matricule;
};

// Names with characters outside those of the INS teleservice (capital letters without accent,
// space, hyphen, apostrophe), a place of birth that is no code of five characters, a matricule
// whose key is wrong: each is a warning, and what was given is kept.
// Référentiel INS; contract dui-indicateurs.
void avertir_des_traits(const TraitsLus& traits, std::vector<Faute>& avertissements);

}  // namespace grappe::lecture
