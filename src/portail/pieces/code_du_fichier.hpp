// Code du fichier: what a scan says of itself: the text that it holds, then the squares that a
// telephone reads. Both are read by tools of their own (outil.hpp): where they are not installed,
// nothing is found.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/named.hpp"
#include "portail/pieces/formats.hpp"

namespace grappe::pieces {

// Where a code was read; `saisi`: typed by a person.
enum class Provenance { saisi, texte, carre };
constexpr auto names(Provenance) {
    using enum Provenance;
    return std::to_array<core::Named<Provenance>>(
        {{saisi, "saisi"}, {texte, "texte"}, {carre, "carre"}});
}

struct CodeLu {
    std::string code;
    Provenance provenance;
};

// The first code that `reconnaitre` finds in what the file says; empty: none. PDF and images.
std::optional<CodeLu> lire_le_code(
    const std::string& chemin, Format format,
    const std::function<std::optional<std::string>(std::string_view)>& reconnaitre);

}  // namespace grappe::pieces
