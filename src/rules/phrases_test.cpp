// Sentences: reading of locale/fr.txt and French writing of facts.
#include "rules/phrases.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace grappe {
using rules::Phrases;

namespace {

std::string ecrite(const rules::ValeurDeFait& valeur) {
    std::string sortie;
    rules::ajouter_valeur(sortie, valeur);
    return sortie;
}

Phrases phrases(std::string_view texte) {
    auto lues = Phrases::charger(texte);
    REQUIRE(lues.has_value());
    return *lues;
}

}  // namespace

TEST_CASE("integers are grouped by three with thin spaces") {
    CHECK(ecrite(std::int64_t{0}) == "0");
    CHECK(ecrite(std::int64_t{999}) == "999");
    CHECK(ecrite(std::int64_t{1000}) == "1\u202f000");
    CHECK(ecrite(std::int64_t{-1234567}) == "-1\u202f234\u202f567");
}

TEST_CASE("amounts have a comma, two decimals and the euro sign") {
    CHECK(ecrite(core::Money::euros(1'034'000)) == "1\u202f034\u202f000,00\u00a0€");
    CHECK(ecrite(core::Money::cents(5)) == "0,05\u00a0€");
    CHECK(ecrite(core::Money::cents(-150)) == "-1,50\u00a0€");
}

TEST_CASE("dates, fractions, booleans and texts are written in French") {
    CHECK(ecrite(*core::Date::parse("2024-05-24")) == "24 mai 2024");
    CHECK(ecrite(*core::Date::parse("2023-02-01")) == "1er février 2023");
    CHECK(ecrite(core::Fraction{4, 6}) == "2/3");
    CHECK(ecrite(core::Fraction::whole(3)) == "3");
    CHECK(ecrite(true) == "oui");
    CHECK(ecrite(false) == "non");
    CHECK(ecrite(std::string_view{"Corse"}) == "Corse");
}

TEST_CASE("a sentence is filled by its facts and its words agree") {
    const auto fr = phrases(
        "# commentaire\n\n"
        "essai.compte = {n} {n|établissement|établissements} {n|retenu|retenus} sur {total}.\n");
    CHECK(fr.contient("essai.compte"));
    CHECK(fr.rendre("essai.compte", {{"n", std::int64_t{1}}, {"total", std::int64_t{2}}}) ==
          "1 établissement retenu sur 2.");
    CHECK(fr.rendre("essai.compte", {{"n", std::int64_t{0}}, {"total", std::int64_t{2}}}) ==
          "0 établissement retenu sur 2.");
    CHECK(fr.rendre("essai.compte", {{"n", std::int64_t{2}}, {"total", std::int64_t{2}}}) ==
          "2 établissements retenus sur 2.");
}

TEST_CASE("an unknown code or a missing fact is a bug") {
    const auto fr = phrases("essai.nom = Bonjour {nom}.\n");
    CHECK_FALSE(fr.contient("essai.autre"));
    CHECK_THROWS_AS(fr.rendre("essai.autre", {}), core::Bug);
    CHECK_THROWS_AS(fr.rendre("essai.nom", {}), core::Bug);
    const auto accord = phrases("essai.accord = {nom|mot|mots}\n");
    CHECK_THROWS_AS(accord.rendre("essai.accord", {{"nom", true}}), core::Bug);
}

TEST_CASE("a wrong file of sentences is refused with its line") {
    const auto code = [](std::string_view texte) { return Phrases::charger(texte).error().code; };
    CHECK(code("sans egal\n") == "phrases.ligne");
    CHECK(code("a = 1\na = 2\n") == "phrases.doublon");
    CHECK(Phrases::charger("a = 1\nb = {x\n").error().detail.starts_with("2: "));
    for (const auto* texte : {"b = {x\n", "b = x}\n", "b = {}\n", "b = {x|un}\n",
                              "b = {x|un|deux|trois}\n", "b = {X}\n"}) {
        CAPTURE(texte);
        CHECK(code(texte) == "phrases.gabarit");
    }
}

TEST_CASE("the sentences that ship can be read") {
    std::ifstream fichier{GRAPPE_ROOT "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    REQUIRE_FALSE(texte.str().empty());
    const auto lues = Phrases::charger(texte.str());
    const std::string defaut = lues ? "" : lues.error().code + " " + lues.error().detail;
    CHECK(defaut == "");
}

}  // namespace grappe
