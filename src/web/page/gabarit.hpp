// Gabarit: one template of the Mustache language, read once, filled from a Vue without a copy of
// it. It knows values, `{{{markup}}}`, sections, sections of what is absent, and comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "web/page/vue.hpp"

namespace grappe::page {

class Gabarit {
public:
    // Its parts are already included. Code "gabarit.syntaxe", the detail names the tag.
    static core::Result<Gabarit> lire(std::string_view texte);

    // A name that no view around has is a Bug.
    std::string remplir(const Vue& vue) const;

private:
    enum class Genre { texte, valeur, brut, section, inverse, fin };
    struct Noeud {
        Genre genre;
        std::string texte;      // or the name
        std::size_t suite = 0;  // of a section: the rank of its end
    };
    struct Lecture;
    struct Remplissage;

    std::vector<Noeud> noeuds_;
    std::size_t taille_ = 0;  // of the text that is always there
};

}  // namespace grappe::page
