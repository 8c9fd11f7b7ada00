// Lines of the module's data files: "a | b | c", comments after #.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/texte.hpp"

namespace grappe::documents {

using QuatreChamps = std::array<std::string_view, 4>;

// Nothing where one is empty or where there are more.
inline std::optional<QuatreChamps> quatre_champs(std::string_view ligne) {
    QuatreChamps champs;
    for (auto& champ : champs) {
        const auto barre = ligne.find('|');
        champ = core::trimmed(ligne.substr(0, barre));
        if (champ.empty()) return std::nullopt;
        ligne = barre == std::string_view::npos ? std::string_view{} : ligne.substr(barre + 1);
    }
    return core::trimmed(ligne).empty() ? std::optional{champs} : std::nullopt;
}

// Gives each line that says something to `prendre`; the number of the first that it refuses, or 0.
template <class Prendre>
int chaque_ligne(std::string_view texte, Prendre&& prendre) {
    for (int rang = 1; !texte.empty(); ++rang) {
        const auto fin = texte.find('\n');
        const auto ligne = core::trimmed(texte.substr(0, fin));
        texte.remove_prefix(fin == std::string_view::npos ? texte.size() : fin + 1);
        if (!ligne.empty() && ligne.front() != '#' && !prendre(ligne)) return rang;
    }
    return 0;
}

}  // namespace grappe::documents
