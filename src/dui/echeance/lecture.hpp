// Lecture: a file of donnees/echeances, read strictly: every fault at once, each at its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dui/echeance/regle.hpp"
#include "rules/phrases.hpp"

namespace grappe::echeance {

struct Faute {
    int ligne;
    std::string chemin;     // "regle[2].delai"; empty: the file
    std::string_view code;  // last word of the sentence "echeances.faute.…"
    std::string valeur{};
};

struct Lue {
    std::optional<Regles> regles;  // only without a fault
    std::vector<Faute> fautes;
};

Lue lire(std::string_view texte);

// "ligne 12 : regle[2].delai : …"
std::string phrase(const Faute& faute, const rules::Phrases& phrases);

}  // namespace grappe::echeance
