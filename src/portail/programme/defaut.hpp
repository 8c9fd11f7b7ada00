// Defaut: one fault of a call file, with its place, its reason and the way to mend it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/fait.hpp"
#include "rules/phrases.hpp"

namespace grappe::programme {

// `code` is the last word of the two sentences "programme.defaut.…" and "programme.remede.…".
struct Defaut {
    std::string fichier;
    int ligne = 0;  // 0: the file as a whole
    int colonne = 0;
    std::string chemin;  // "bareme.acquisition.paliers[2].usage"
    std::string_view code;
    rules::Faits faits;
};

using Defauts = std::vector<Defaut>;

// "appels/X.toml:12:3: minimum.metropole : il manque … Écrivez …"
std::string phrase(const Defaut& defaut, const rules::Phrases& phrases);

}  // namespace grappe::programme
