// Series of the tests. Tests only.
#pragma once

#include <string>

#include "dui/recurrence/serie.hpp"
#include "rules/phrases_pour_tests.hpp"

namespace grappe::recurrence::tests {

using rules::tests::espaces_simples, rules::tests::phrases;

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
