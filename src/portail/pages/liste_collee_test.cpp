// Numbers found in what people paste.
#include "portail/pages/liste_collee.hpp"

#include <doctest/doctest.h>

namespace programme = grappe::programme;
using grappe::pages::lire_liste;

TEST_CASE("a column of numbers is read whatever its presentation") {
    const auto lues = lire_liste({{"010780645"}, {""}, {"01 078 064 5"}, {"2A0000014"}});
    REQUIRE(lues.size() == 3);
    CHECK(lues[0].finess->text() == "010780645");
    CHECK(lues[1].finess->text() == "010780645");
    CHECK(lues[1].numero == 3);
    CHECK(lues[2].finess->text() == "2A0000014");
}

TEST_CASE("a leading zero lost by a spreadsheet is put back and said") {
    const auto lues = lire_liste({{"10780645"}});
    REQUIRE(lues.at(0).finess);
    CHECK(lues[0].finess->text() == "010780645");
    CHECK(lues[0].zero_remis);
}

TEST_CASE("a table with a head is read in the column of the establishments") {
    const auto lues = lire_liste({{"Nom", "FINESS EJ", "N° FINESS géographique", "Régime"},
                                  {"IME", "010780641", "010780645", "Montée de version"}});
    REQUIRE(lues.size() == 1);
    CHECK(lues[0].finess->text() == "010780645");
    CHECK(lues[0].regime == programme::Regime::montee_de_version);
}

TEST_CASE("without a head the number with a right key is preferred") {
    const auto lues = lire_liste({{"IME", "01000", "0556000000", "010780645", "010780641"}});
    REQUIRE(lues.at(0).finess);
    CHECK(lues[0].finess->text() == "010780641");
}

TEST_CASE("a line without a number keeps its text and says its fault") {
    const auto lues = lire_liste({{"EHPAD des Tilleuls", "Bordeaux"}, {"33A000012"}, {"3300007"}});
    REQUIRE(lues.size() == 3);
    CHECK(lues[0].brute == "EHPAD des Tilleuls\tBordeaux");
    CHECK(lues[0].faute == "pages.liste.sans_numero");
    CHECK(lues[1].faute == "finess.caractere");
    CHECK(lues[2].faute == "finess.longueur");
}

TEST_CASE("what a sheet says above its head is no line of the list") {
    const auto lues = lire_liste({{"Grappe du Périgord", ""},
                                  {"", ""},
                                  {"N° FINESS géographique", "Régime"},
                                  {"10780645", "Montée"},
                                  {"total", ""}});
    REQUIRE(lues.size() == 2);
    CHECK(lues[0].numero == 4);
    CHECK(lues[0].regime == programme::Regime::montee_de_version);
    CHECK(lues[1].faute == "pages.liste.sans_numero");
}

TEST_CASE("a list with no number at all keeps its rows, heads included") {
    CHECK(lire_liste({{"FINESS"}, {"Les Tilleuls"}}).size() == 2);
}
