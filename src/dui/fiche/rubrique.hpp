// Rubrique: a kind of thing that surrounds a person, as a table of fields. What TDDUI calls each
// field is in the README.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dui/element/element.hpp"

namespace grappe::fiche {

// jour_passe: a day that cannot be after today; nombre: 1 to 999; oui: "oui" or nothing.
enum class Sorte { texte, telephone, courriel, long_texte, mot, jour, jour_passe, nombre, oui };

enum class Presence { requis, facultatif };

struct Champ {
    std::string_view nom;
    Sorte sorte = Sorte::texte;
    Presence presence = Presence::facultatif;
    std::string_view mots{};  // of a `mot`, separated by spaces
};

struct Rubrique {
    element::Genre genre;
    partage::Classe classe;
    std::span<const Champ> champs;
    std::string_view titre;       // fields that name one, separated by spaces
    std::string_view debut, fin;  // fields of its period; empty: none
    bool revocable = false;

    const Champ* champ(std::string_view nom) const;  // null: none
};

// In the order of the page.
std::span<const Rubrique> rubriques();
const Rubrique* rubrique_de(element::Genre genre);  // null: it is none of these

std::vector<std::string_view> mots_de(std::string_view liste);

}  // namespace grappe::fiche
