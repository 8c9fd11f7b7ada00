// A sheet of what was funded before: columns by name, every fault with its row and its column.
#include "portail/comite/portefeuille_lu.hpp"

#include <doctest/doctest.h>

namespace grappe::comite {
namespace {

using Tableau = std::vector<std::vector<std::string>>;
using Fautes = std::vector<FauteDeCellule>;

const std::vector<std::string> entete{"Montant", "ESSMS",       "Note",
                                      "Secteur", "Département", "Statut"};

PortefeuilleLu lire(const Tableau& tableau) {
    const referentiels::Territoires territoires{{{"01", "Ain", "84", "01", "01", false},
                                                 {"33", "Gironde", "75", "33", "33", false},
                                                 {"2A", "Corse-du-Sud", "94", "2A", "2A", true}},
                                                {}};
    return lire_le_tableau(tableau, "Amorçage 2021", territoires);
}

std::string en_texte(const Element& un) {
    return un.secteur + " " + un.departement + " " + un.statut + " " + std::to_string(un.essms) +
           " " + un.montant.text();
}

// Cut at its separators, as no cell has one.
Tableau couper(const std::string& csv) {
    Tableau tableau(1, std::vector<std::string>(1));
    for (const char c : csv) {
        if (c == '\n')
            tableau.emplace_back(1);
        else if (c == ';')
            tableau.back().emplace_back();
        else
            tableau.back().back() += c;
    }
    return tableau;
}

}  // namespace

TEST_CASE("columns are found by their names, in any order; empty rows are skipped") {
    const auto lu = lire({entete,
                          {"12 500,50", "3", "vu", "pa", "33", "Privé non lucratif"},
                          {"", "", "", "", "", ""},
                          {"0", "1", "", "PH", "2a"},
                          {"7", "1", "", "", "1", "PUBLIC"}});
    CHECK(lu.fautes.empty());
    REQUIRE(lu.lignes.size() == 3);
    CHECK(lu.lignes[0].source == "Amorçage 2021");
    CHECK(en_texte(lu.lignes[0].element) == "PA 33 prive_non_lucratif 3 12500.50");
    CHECK(en_texte(lu.lignes[1].element) == "PH 2A  1 0.00");
    CHECK(en_texte(lu.lignes[2].element) == " 01 public 1 7.00");
}

TEST_CASE("every fault is told with its row and its column, and sound rows are still counted") {
    const auto lu = lire({entete,
                          {"dix", "0", "", "XX", "33", ""},
                          {"10", "2", "", "PA", "33", ""},
                          {"-1", "x", "", "", "99", "mixte"},
                          {"10000000000", "100000"},
                          {"10000000000,01", "100001"}});
    CHECK(lu.lignes.size() == 2);
    CHECK(lu.fautes == Fautes{{2, "D", "portefeuille.secteur", "XX"},
                              {2, "B", "portefeuille.essms", "0"},
                              {2, "A", "portefeuille.montant", "dix"},
                              {4, "E", "portefeuille.departement", "99"},
                              {4, "F", "portefeuille.statut", "mixte"},
                              {4, "B", "portefeuille.essms", "x"},
                              {4, "A", "portefeuille.montant", "-1"},
                              {6, "B", "portefeuille.essms", "100001"},
                              {6, "A", "portefeuille.montant", "10000000000,01"}});
}

TEST_CASE("columns that are missing or twice there are each named; no row is told too") {
    CHECK(lire({{"Secteur", "ESSMS", "Montant", "secteur"}}).fautes ==
          Fautes{{1, "D", "portefeuille.colonne_double", "secteur"},
                 {1, "", "portefeuille.colonne", "departement"},
                 {1, "", "portefeuille.colonne", "statut"}});
    CHECK(lire({entete}).fautes == Fautes{{1, "", "portefeuille.vide", ""}});
    CHECK(lire({}).fautes == Fautes{{1, "", "portefeuille.vide", ""}});
    std::vector<std::string> large(30);
    large[26] = "montant";
    large[27] = "montant";
    CHECK(lire({large}).fautes.front().colonne == "AB");
}

TEST_CASE("what was read is written so that it is read the same") {
    const auto lu = lire({entete, {"12 500,50", "3", "", "pa", "1", "public"}, {"0", "9"}});
    const auto relu = lire(couper(en_csv(lu.lignes)));
    CHECK(relu.fautes.empty());
    REQUIRE(relu.lignes.size() == lu.lignes.size());
    for (std::size_t i = 0; i < lu.lignes.size(); ++i)
        CHECK(en_texte(relu.lignes[i].element) == en_texte(lu.lignes[i].element));
}

}  // namespace grappe::comite
