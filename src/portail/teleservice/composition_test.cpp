// What is judged: the text as written, with what only the server knows.
#include "portail/teleservice/composition.hpp"

#include <doctest/doctest.h>

#include "portail/teleservice/conflits.hpp"
#include "portail/teleservice/jugement.hpp"
#include "portail/teleservice/monde_pour_tests.hpp"

namespace grappe::teleservice {
namespace {

Complement complement() {
    return {.appel = "NA-2024",
            .depose_le = tests::midi(),
            .pieces = {{.type = "DOC-01", .nom = "note \"1\".pdf", .organisme = ""},
                       {.type = "DOC-09", .nom = "a.pdf", .organisme = "339909996"}}};
}

std::string compose(std::string_view texte) {
    return composer(*dossier::lire_arbre(texte).arbre, complement());
}

std::string sans(std::string_view texte, const Chemins& chemins) {
    return omettre(*dossier::lire_arbre(texte).arbre, chemins);
}

constexpr std::string_view fin =
    R"("appel":"NA-2024","depose_le":"2024-03-01T12:00:00Z","pieces":[)"
    R"({"type":"DOC-01","fichier":"note \"1\".pdf"},)"
    R"({"type":"DOC-09","fichier":"a.pdf","organisme":"339909996"}]})";

}  // namespace

TEST_CASE("call, instant and pieces come from the server, the rest from the text") {
    CHECK(compose("{}") == "{" + std::string{fin});
    CHECK(compose(R"({ "essms" : [ {"regime":"x"}, [], null, 1e2 ], "a\"b": true })") ==
          R"({"essms":[{"regime":"x"},[],null,1e2],"a\"b":true,)" + std::string{fin});
    CHECK(compose(R"({"pieces":[1],"depose_le":"1999-01-01","appel":"X","nature":"nouveau"})") ==
          R"({"nature":"nouveau",)" + std::string{fin});
    CHECK(compose("[1]") == "[1]");
}

TEST_CASE("what the text says in place of the server is told") {
    const auto dites = [](std::string_view texte) {
        return cles_ignorees(*dossier::lire_arbre(texte).arbre, complement());
    };
    CHECK(dites(R"({"appel":"NA-2024"})").empty());
    CHECK(dites(R"({"appel":"COR-2021","pieces":[]})") ==
          std::vector<std::string>{"appel", "pieces"});
    CHECK(dites("[]").empty());
}

TEST_CASE("what cannot be read is left out, what a dossier cannot lack is neutral") {
    CHECK(sans(R"({"a":1,"essms":[{"x":1,"y":2},{"x":3}],"porteur":{"siret":"1","b":2}})",
               {"essms[0].y", "essms[1]", "porteur.siret", "a"}) ==
          R"({"essms":[{"x":1}],"porteur":{"b":2,"siret":"00000000000000"}})");
    CHECK(sans("{}", {}) == R"({"porteur":{"siret":"00000000000000"},"essms":[]})");
    CHECK(sans(R"({"essms":3,"porteur":[]})", {"essms", "porteur"}) ==
          R"({"porteur":{"siret":"00000000000000"},"essms":[]})");
}

TEST_CASE("a whole dossier is judged, a half one too, without what is at fault") {
    const auto entier = juger(tests::contenu_de({}), complement(), tests::moyens());
    CHECK(entier.lisible());
    REQUIRE(entier.verifie);
    CHECK(entier.verifie->analyse().subvention->total == core::Money::euros(15 * 21'000));

    auto boiteux = tests::contenu_de({});
    boiteux.replace(boiteux.find("99999900600011"), 14, "99999");
    boiteux.replace(boiteux.find("\"acquisition\""), 13, "\"acquise\"");
    const auto demi = juger(boiteux, complement(), tests::moyens());
    REQUIRE(demi.fautes.size() == 2);
    CHECK(demi.fautes[0].chemin == "porteur.siret");
    CHECK(demi.fautes[1].chemin == "essms[0].regime");
    REQUIRE(demi.verifie);
    CHECK(demi.verifie->analyse().subvention->total == core::Money::euros(14 * 21'000));
    CHECK(demi.verifie->analyse().recevabilite.guichet->financeur == "ARS Nouvelle-Aquitaine");
}

TEST_CASE("an empty draft lists what lacks, and is judged as a dossier of nobody") {
    const auto vide = juger(R"({"appel":"NA-2024"})", complement(), tests::moyens());
    CHECK(vide.fautes.size() == 2);
    REQUIRE(vide.verifie);
    CHECK(vide.verifie->analyse().recevabilite.comptes.empty());
    CHECK_FALSE(juger("[]", complement(), tests::moyens()).verifie);
    CHECK_FALSE(juger("{", complement(), tests::moyens()).lisible());
}

TEST_CASE("fields changed by both are in conflict, those of the other alone are only told") {
    const auto trouves = ecarts(R"({"a":1,"b":"x","c":[1,2],"e":{}})",
                                R"({"a":2,"b":"y","c":[1,3],"d":null,"e":{}})",
                                R"({"a":1,"b":"z","c":[1,3],"e":{"f":1}})");
    REQUIRE(trouves.size() == 4);
    CHECK(trouves[0].chemin == "a");
    CHECK_FALSE(trouves[0].en_conflit());
    CHECK(trouves[1].chemin == "b");
    CHECK(trouves[1].en_conflit());
    CHECK(*trouves[1].en_place == "\"y\"");
    CHECK(trouves[2].chemin == "c[1]");
    CHECK_FALSE(trouves[2].en_conflit());
    CHECK(trouves[3].chemin == "d");
    CHECK_FALSE(trouves[3].depart);
}

}  // namespace grappe::teleservice
