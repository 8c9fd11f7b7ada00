// For tests: the shipped scales, the sentences, and a few evaluations of nobody.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "dui/evaluation/chargement.hpp"
#include "dui/evaluation/evaluation.hpp"
#include "dui/evaluation/resultat.hpp"
#include "rules/phrases_pour_tests.hpp"
#include "saisie/faute.hpp"

namespace grappe::evaluation::tests {

inline const Outils& outils() {
    static const auto livres = charger(GRAPPE_ROOT);
    return livres;
}

inline const Grille& grille(const char* cle) {
    const auto* trouvee = outils().grille(cle);
    REQUIRE(trouvee != nullptr);
    return *trouvee;
}

using rules::tests::phrases;

inline core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

// AGGIR rated by its eight letters.
inline Evaluation aggir_de(std::string_view lettres, const char* jour = "2026-03-02") {
    Evaluation une{.grille = "aggir-pa-1", .date = le(jour), .evaluateur = "essai"};
    for (std::size_t i = 0; i < lettres.size(); ++i)
        une.reponses[std::string{aggir::variables[i]}].cotation.modalite =
            std::string(1, lettres[i]);
    return une;
}

// With plain spaces: where the no-break ones go is for tidy to say.
inline std::string dits(const std::vector<Dit>& tous) {
    std::string texte;
    for (const auto& un : tous) texte += phrases().rendre(un.code, un.faits) + "\n";
    constexpr std::string_view insecable = "\u00a0";
    for (auto ou = texte.find(insecable); ou != std::string::npos; ou = texte.find(insecable, ou))
        texte.replace(ou, insecable.size(), " ");
    return texte;
}

inline std::string dites(const saisie::Fautes& fautes) {
    std::string texte;
    for (const auto& une : fautes) {
        CHECK_FALSE(saisie::phrase(une, phrases()).empty());
        texte += une.chemin + " " + une.code + "\n";
    }
    return texte;
}

}  // namespace grappe::evaluation::tests
