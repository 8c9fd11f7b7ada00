// A forward reader of small XML parts: no DOCTYPE, no network, no entity of its own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace grappe::tableur {

// What the reader meets, in order. Names are without prefix.
struct Visiteur {
    std::function<std::string(std::string_view nom)>
        attribut;  // set by the reader: current element
    std::function<void(std::string_view nom)> debut;
    std::function<void(std::string_view nom)> fin;
    std::function<void(std::string_view texte)> texte;
};

// False when the text is not well formed or holds a DOCTYPE.
bool lire_xml(const std::string& texte, Visiteur& visiteur);

}  // namespace grappe::tableur
