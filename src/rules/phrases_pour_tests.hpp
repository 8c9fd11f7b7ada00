// The sentences shipped, and sentences compared whatever their spaces. Tests only.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "rules/phrases.hpp"

namespace grappe::rules::tests {

// A file of the repository, by its path in it.
inline std::string lire_fichier(const std::string& chemin) {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/" + chemin};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

inline const Phrases& phrases() {
    static const auto toutes = Phrases::charger(lire_fichier("locale/fr.txt")).value();
    return toutes;
}

inline std::string espaces_simples(std::string texte) {
    for (const std::string espace : {"\u00a0", "\u202f"})
        for (auto ou = texte.find(espace); ou != texte.npos; ou = texte.find(espace))
            texte.replace(ou, espace.size(), " ");
    return texte;
}

}  // namespace grappe::rules::tests
