// Series of the tests. Tests only.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "dui/recurrence/serie.hpp"
#include "rules/phrases.hpp"

namespace grappe::recurrence::tests {

inline const rules::Phrases& phrases() {
    static const auto toutes = [] {
        std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
        std::ostringstream texte;
        texte << fichier.rdbuf();
        return rules::Phrases::charger(texte.str()).value();
    }();
    return toutes;
}

inline Moment a(const std::string& texte) { return Moment::lire(texte).value(); }
inline core::Date le(const std::string& jour) { return core::Date::parse(jour).value(); }

inline Serie serie(const std::string& debut, const std::string& regle, int minutes = 60) {
    Serie une{.debut = a(debut), .minutes = minutes};
    if (!regle.empty()) une.regle = lire_regle(regle).regle.value();
    return une;
}

// One a line, so that a test that fails shows them.
inline std::string debuts(const Serie& serie, const std::string& du, const std::string& au) {
    const auto toutes = derouler(serie, {le(du), le(au)}).value();
    std::string texte;
    for (const auto& une : toutes) texte += une.debut.texte() + "\n";
    return texte;
}

}  // namespace grappe::recurrence::tests
