// Faute: what is wrong at one place of a text that was read, and how to mend it.
#pragma once

#include <string>
#include <vector>

#include "arbre/lecture_toml.hpp"
#include "rules/fait.hpp"
#include "rules/phrases.hpp"

namespace grappe::saisie {

// `code` is a sentence of locale/fr.txt, filled by `faits`. What was written is not repeated: a
// text may be about a person.
struct Faute {
    int ligne = 0;       // 0: unknown, as in JSON once it is read
    std::string chemin;  // "variables[2].cle"; empty: the whole text
    std::string code;
    rules::Faits faits;
};

using Fautes = std::vector<Faute>;

// Of the code "saisie." and then its own.
Faute faute_de(const arbre::Faute& faute);

// "ligne 12, variables[2].cle : …"
std::string phrase(const Faute& faute, const rules::Phrases& phrases);

}  // namespace grappe::saisie
