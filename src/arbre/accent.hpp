// Accent: what the TOML library does not survive, found before it reads.
#pragma once

#include <optional>
#include <string_view>

namespace grappe::arbre {

struct Position {
    int ligne, colonne;
    bool operator==(const Position&) const = default;
};

// Of a byte of `texte`, both from 1.
Position position(std::string_view texte, std::size_t octet);

// The first byte beyond ASCII outside texts and comments; a byte order mark at the start is fine.
std::optional<Position> accent_hors_texte(std::string_view texte);

}  // namespace grappe::arbre
