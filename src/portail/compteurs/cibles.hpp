// Cibles: what the programme aims at, with its source, and how few stand behind a figure that is
// not published. One file of donnees/compteurs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/result.hpp"

namespace grappe::compteurs {

struct Cible {
    std::int64_t valeur = 0;
    std::optional<core::Date> echeance{};  // none: the source gives none
    std::string source{};
};

struct Cibles {
    std::string version;
    Cible dui_actifs, etablissements;
    std::size_t seuil = 0;  // establishments, or projects, that a published sum comes from

    // Code "compteurs.cibles": the detail is the line or the name that is wrong.
    static core::Result<Cibles> lire(std::string_view texte);
};

}  // namespace grappe::compteurs
