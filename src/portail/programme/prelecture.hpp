// Prelecture: what is found in a call file before TOML is read: what its library does not survive,
// and the id of the call.
#pragma once

#include <optional>
#include <string_view>

namespace grappe::programme {

struct Position {
    int ligne, colonne;
    bool operator==(const Position&) const = default;
};

// The first byte beyond ASCII outside texts and comments; a byte order mark at the start is fine.
std::optional<Position> accent_hors_texte(std::string_view texte);

// The value of a plain line `appel = "NA-2024"` before any table. Nothing where only a whole
// reading can tell: such a line is absent, or its text could be inside another one.
std::optional<std::string_view> identifiant_annonce(std::string_view texte);

}  // namespace grappe::programme
