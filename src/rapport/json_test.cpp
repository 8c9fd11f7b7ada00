// Canonical JSON: one text for one value, and every other text refused.
#include "rapport/json.hpp"

#include <doctest/doctest.h>

#include "rapport/faits_json.hpp"
#include "usage/cas_pour_tests.hpp"

namespace grappe::rapport {

TEST_CASE("what is canonical is read, and written again byte for byte") {
    for (const char* texte :
         {"{}", "[]", "0", "9007199254740991", "\"\"", R"({"a":1,"b":[{"c":""}]})",
          R"("é « ’ \" \\ \n \t \b \f \r \u0000 \u001f /")", "\"\x7f\"", R"([1,[2,[]],{}])"}) {
        CAPTURE(texte);
        const auto lu = lire_canonique(texte);
        REQUIRE(lu);
        CHECK(ecrire_canonique(*lu) == texte);
    }
}

TEST_CASE("what could be written otherwise is refused") {
    const std::string profond(40, '['), ferme(40, ']');
    for (const std::string& texte : {std::string{},
                                     std::string{" {}"},
                                     std::string{"{} "},
                                     std::string{"{}\n"},
                                     std::string{R"({"b":1,"a":2})"},
                                     std::string{R"({"a":1,"a":1})"},
                                     std::string{R"({"a": 1})"},
                                     std::string{R"({"a":1,})"},
                                     std::string{"[1,]"},
                                     std::string{"[,1]"},
                                     std::string{"1.0"},
                                     std::string{"1e2"},
                                     std::string{"-0"},
                                     std::string{"-1"},
                                     std::string{"01"},
                                     std::string{"+1"},
                                     std::string{"9007199254740992"},
                                     std::string{"18446744073709551617"},
                                     std::string{"true"},
                                     std::string{"null"},
                                     std::string{R"("\/")"},
                                     std::string{R"("\u0041")"},
                                     std::string{R"("\u001F")"},
                                     std::string{R"("\u000a")"},
                                     std::string{R"("\ud800")"},
                                     std::string{"\"\xC0\xAF\""},
                                     std::string{"\"\xED\xA0\x80\""},
                                     std::string{"\"\xFF\""},
                                     std::string{"\"\n\""},
                                     std::string("\"\0\"", 3),
                                     std::string{"\""},
                                     std::string{"\"\\"},
                                     std::string{"\"\\u00"},
                                     std::string{R"({"A":1})"},
                                     std::string{R"({"":1})"},
                                     std::string{R"({"é":1})"},
                                     std::string{R"({"\u0061":1})"},
                                     std::string{"\xEF\xBB\xBF{}"},
                                     std::string{"{}{}"},
                                     std::string{"{"},
                                     std::string{"["},
                                     std::string{R"({"a")"},
                                     profond + ferme}) {
        CAPTURE(texte);
        CHECK_FALSE(lire_canonique(texte));
    }
}

TEST_CASE("two normal forms of one accent are two texts, each kept as it is") {
    const std::string compose = "\"\xC3\xA9\"", decompose = "\"e\xCC\x81\"";
    CHECK(ecrire_canonique(*lire_canonique(compose)) == compose);
    CHECK(ecrire_canonique(*lire_canonique(decompose)) == decompose);
}

TEST_CASE("very deep JSON is told apart without falling") {
    const std::string profond(200'000, '[');
    CHECK_FALSE(lire_canonique(profond));
    CHECK_FALSE(est_du_json(profond));
    CHECK(est_du_json("{\"a\": 1.0, \"a\": null}\n"));
    CHECK_FALSE(est_du_json("{\"a\": }"));
}

TEST_CASE("facts are written as canonical JSON and read back the same") {
    const auto tous = usage::cas_de_dossiers(GRAPPE_ROOT);
    REQUIRE(tous.size() >= 40);
    for (auto cas : tous) {
        CAPTURE(cas.nom);
        cas.dossier.eparcours.deja = 12;
        const auto texte = ecrire_faits(cas.dossier);
        const auto valeur = lire_canonique(texte);
        REQUIRE(valeur);
        CHECK(ecrire_canonique(*valeur) == texte);
        Reproches reproches;
        CHECK(lire_faits(*valeur, "faits", reproches) == cas.dossier);
        CHECK(reproches.empty());
    }
}

TEST_CASE("facts that cannot be are told by their place") {
    const std::string avant = R"({"alimentations":[],"envois":[],"eparcours":{"deja":0,"le":[]},)"
                              R"("eprescription":{"deja":0,"le":[]},"evenements":[],)"
                              R"("modifications":[],"projets":[],"sejours":[)";
    const auto lus = [&](const std::string& sejour) {
        Reproches reproches;
        (void)lire_faits(lire_canonique(avant + sejour + "]}").value(), "faits", reproches);
        return reproches;
    };
    CHECK(lus(R"({"entree":"2024-01-01","projet_possible":1})").empty());
    for (const char* sejour :
         {R"({"entree":"2024-01-02","projet_possible":1,"sortie":"2024-01-01"})",
          R"({"entree":"2024-02-30","projet_possible":1})",
          R"({"entree":"2024-01-02","projet_possible":2})", R"({"entree":"2024-01-02"})",
          R"({"entree":"2024-01-02","nom":"x","projet_possible":1})", R"("texte")"}) {
        CAPTURE(sejour);
        CHECK_FALSE(lus(sejour).empty());
    }
}

}  // namespace grappe::rapport
