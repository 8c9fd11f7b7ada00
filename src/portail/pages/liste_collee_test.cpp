// Numbers found in what people paste.
#include "portail/pages/liste_collee.hpp"

#include <doctest/doctest.h>

namespace programme = grappe::programme;
using grappe::pages::Nature;

namespace {

// A register of two establishments and of one legal entity.
Nature nature(const grappe::core::Finess& numero) {
    if (numero.text() == "010001246" || numero.text() == "010001261") return Nature::etablissement;
    return numero.text() == "010780054" ? Nature::entite_juridique : Nature::inconnue;
}

std::vector<grappe::pages::LigneCollee> lire_liste(const grappe::tableur::Lignes& lignes) {
    return grappe::pages::lire_liste(lignes, nature);
}

}  // namespace

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

TEST_CASE("a number is found among the words of a line") {
    for (const auto* ligne : {"010001246 EHPAD des Tilleuls", "EHPAD des Tilleuls (010001246)",
                              "- 01 000 124 6 Tilleuls", "FINESS : 010001246, tél. 05 56 00 00 00",
                              "Tilleuls 010780054 / 010001246"}) {
        CAPTURE(ligne);
        const auto lues = lire_liste({{ligne}});
        REQUIRE(lues.size() == 1);
        REQUIRE(lues[0].finess);
        CHECK(lues[0].finess->text() == "010001246");
    }
    CHECK(lire_liste({{"010001246 montée de version"}})[0].regime ==
          programme::Regime::montee_de_version);
}

TEST_CASE("several numbers on a line are as many establishments") {
    for (const auto& ligne : std::vector<grappe::tableur::Ligne>{
             {"010001246 010001261"}, {"010001246", "010001261"}, {"010001246, 010001261"}}) {
        const auto lues = lire_liste({ligne});
        REQUIRE(lues.size() == 2);
        CHECK(lues[1].finess->text() == "010001261");
    }
    // One that the register does not know is not lost; a legal entity beside its establishment is.
    CHECK(lire_liste({{"010001246", "010780641"}}).size() == 2);
    CHECK(lire_liste({{"010780054", "010001246"}}).size() == 1);
    // Alone it is kept: the answer says what it is.
    CHECK(lire_liste({{"010780054"}})[0].finess);
}

TEST_CASE("neither a telephone nor a SIRET is taken for a number") {
    CHECK(lire_liste({{"Tilleuls 05 56 00 00 00"}})[0].faute == "finess.longueur");
    CHECK(!lire_liste({{"SIRET 262 400 013 00018"}})[0].finess);
}
