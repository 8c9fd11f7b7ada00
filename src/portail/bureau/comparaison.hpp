// Comparaison: two versions of a content, field by field, and the words that differ. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grappe::bureau {

enum class Genre { pareil, ote, ajoute };

struct Morceau {
    Genre genre;
    std::string texte;
};

// The words of both texts in order: what stayed, what went, what came.
std::vector<Morceau> differences(std::string_view avant, std::string_view apres);

struct Champ {
    std::string chemin;         // "essms[339900144].regime": a line by its number, or its rank
    std::string avant, apres;   // as read by a person; empty: not there
    std::vector<Morceau> mots;  // of a text that changed

    bool change() const { return avant != apres; }
};

// Every field of either content (both are JSON), in the order of the paths.
std::vector<Champ> comparer(std::string_view avant, std::string_view apres);

}  // namespace grappe::bureau
