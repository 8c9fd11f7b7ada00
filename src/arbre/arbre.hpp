// Arbre: a TOML file as a neutral tree with the line of each value, freed from its library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::arbre {

struct Membre;

struct Noeud {
    enum class Genre { table, liste, texte, entier, booleen, date, autre };

    Genre genre = Genre::table;
    int ligne = 0;
    int colonne = 0;
    std::string texte;  // a text, or a date or a date with its hour, in ISO 8601
    std::int64_t entier = 0;
    bool booleen = false;
    std::vector<Membre> membres;  // in the order of the file
    std::vector<Noeud> elements;

    const Noeud* membre(std::string_view cle) const;
};

struct Membre {
    std::string cle;
    Noeud noeud;
};

}  // namespace grappe::arbre
