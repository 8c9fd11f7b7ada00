// Differences of words and of fields.
#include "portail/bureau/comparaison.hpp"

#include <doctest/doctest.h>

namespace grappe::bureau {
namespace {

// "a -b +c": what went, what came.
std::string dit(std::string_view avant, std::string_view apres) {
    std::string texte;
    for (const auto& morceau : differences(avant, apres)) {
        const char* signe = morceau.genre == Genre::ote      ? "-"
                            : morceau.genre == Genre::ajoute ? "+"
                                                             : "";
        texte.append(texte.empty() ? "" : " | ").append(signe).append(morceau.texte);
    }
    return texte;
}

}  // namespace

TEST_CASE("words that stayed, went and came") {
    CHECK(dit("", "").empty());
    CHECK(dit("le planning", "le planning") == "le planning");
    CHECK(dit("le planning de mars", "le planning signé de mai") ==
          "le planning | +signé | de | -mars | +mai");
    CHECK(dit("tout", "") == "-tout");
    CHECK(dit("", "rien de plus") == "+rien de plus");
}

TEST_CASE("fields of both versions, each once, in the order of the paths") {
    const auto champs = comparer(R"({"a": "x", "b": {"c": 1}, "d": true})",
                                 R"({"a": "y", "b": {"c": 1}, "e": [null]})");
    REQUIRE(champs.size() == 4);
    CHECK(champs[0].chemin == "a");
    CHECK(champs[0].change());
    CHECK(champs[0].mots.size() == 2);
    CHECK(champs[1].chemin == "b.c");
    CHECK_FALSE(champs[1].change());
    CHECK(champs[2].avant == "oui");
    CHECK(champs[2].apres.empty());
    CHECK(champs[3].chemin == "e[0]");
}

TEST_CASE("an establishment that goes is the only one that changes") {
    const auto champs = comparer(
        R"({"essms": [{"finess_et": "330000019", "regime": "acquisition"},
                      {"finess_et": "640000014", "regime": "acquisition"},
                      {"finess_et": "750000010", "financeurs": ["departement", "autre"]}]})",
        R"({"essms": [{"finess_et": "640000014", "regime": "acquisition"},
                      {"finess_et": "750000010", "financeurs": ["departement"]}]})");
    std::string changes;
    for (const auto& champ : champs)
        if (champ.change()) changes += champ.chemin + " ";
    CHECK(changes ==
          "essms[330000019].finess_et essms[330000019].regime essms[750000010].financeurs[1] ");
}

TEST_CASE("lines without a number, or with one that comes twice, keep their rank") {
    const auto champs = comparer(
        R"({"essms": [{"regime": "acquisition"}, {"finess_et": "330000019"},
                      {"finess_et": "330000019", "regime": "x"}, {"finess_et": "1"}]})",
        R"({"organismes": [{"finess_ej": "330000027", "raison_sociale": "Fictive"}]})");
    std::string chemins;
    for (const auto& champ : champs) chemins += champ.chemin + " ";
    CHECK(chemins ==
          "essms[0].regime essms[2].finess_et essms[2].regime essms[330000019].finess_et "
          "essms[3].finess_et organismes[330000027].finess_ej "
          "organismes[330000027].raison_sociale ");
}

}  // namespace grappe::bureau
