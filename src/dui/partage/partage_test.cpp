// The table of sharing, cell by cell, and the text that a lawyer reads.
#include "dui/partage/partage.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace grappe::partage {

TEST_CASE("the committed table is what the program decides by") {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/tests/committed/partage.txt"};
    std::ostringstream garde;
    garde << fichier.rdbuf();
    CHECK(garde.str() == table());
}

TEST_CASE("each cell says what reading and writing answer; whoever writes reads") {
    std::istringstream texte{table()};
    std::string ligne;
    std::getline(texte, ligne);
    int cellules = 0;
    while (std::getline(texte, ligne)) {
        std::istringstream mots{ligne};
        std::string profession, categorie, cellule;
        mots >> profession >> categorie;
        const auto qui = core::named<Profession>(profession).value();
        CHECK((categorie == "1°") == (categorie_de(qui) == Categorie::sante));
        for (const auto& classe : names(Classe{})) {
            mots >> cellule;
            CAPTURE(profession);
            CAPTURE(classe.name);
            CHECK(lit(qui, classe.value) == (cellule != "-"));
            CHECK(ecrit(qui, classe.value) == (cellule == "ecriture"));
            ++cellules;
        }
    }
    CHECK(cellules == 12 * 6);
}

TEST_CASE("a psychologist's notes are read by no other profession") {
    for (const auto& une : names(Profession{}))
        CHECK(lit(une.value, Classe::psychologie) == (une.value == Profession::psychologue));
}

TEST_CASE("care is written by the professions of health only") {
    for (const auto& une : names(Profession{}))
        CHECK(ecrit(une.value, Classe::soins) == (categorie_de(une.value) == Categorie::sante));
}

}  // namespace grappe::partage
