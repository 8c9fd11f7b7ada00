// Workbooks written in memory and read back.
#include "portail/export/classeur.hpp"

#include <doctest/doctest.h>

#include "tableur/lignes.hpp"

namespace grappe::exportation {

TEST_CASE("a workbook is read back cell by cell, and a text is never a formula") {
    Classeur classeur;
    classeur.feuille("Montants", {"FINESS", "Nom", "Rang", "Total"}, {12, 30, 6, 12});
    classeur.rangee({std::string{"010001246"}, std::string{"=1+1"}, 1, core::Money::euros(21'000)});
    const auto octets = std::move(classeur).octets();
    const auto lignes = tableur::lire_lignes(octets);
    REQUIRE(lignes);
    REQUIRE(lignes->size() == 2);
    CHECK((*lignes)[0] == tableur::Ligne{"FINESS", "Nom", "Rang", "Total"});
    CHECK((*lignes)[1] == tableur::Ligne{"010001246", "=1+1", "1", "21000"});
    CHECK(octets.find("<f>") == std::string::npos);
}

}  // namespace grappe::exportation
