// Faute: why a dossier cannot be read: the place, what is wrong and how to mend it.
#pragma once

#include <string>
#include <string_view>

#include "rules/fait.hpp"

namespace grappe::dossier {

struct Position {
    int ligne = 0;  // 1-based; 0: the fault is not at a place of the text
    int colonne = 0;

    bool operator==(const Position&) const = default;
};

// `code` is a sentence of locale/fr.txt; `code` + ".remede" says how to mend. Both are filled by
// `faits`, where `valeur` (what was written, cut) is always present.
struct Faute {
    Position position;   // syntax faults only
    std::string chemin;  // "essms[12].finess_et"; empty: the whole text
    std::string_view code;
    rules::Faits faits;
};

}  // namespace grappe::dossier
