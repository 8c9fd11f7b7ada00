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
    const auto lu = dossier::lire_arbre(texte);
    const auto ajoute = complement();
    return en_texte(composer(*lu.arbre, ajoute));
}

Jugement juge(std::string_view texte) {
    return juger(dossier::lire_arbre(texte), complement(), tests::moyens());
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

TEST_CASE("the tree is what its text says once it is read again") {
    for (const auto* texte :
         {"{}", "[1]", "\"x\"", R"({"appel":1,"a":{"b":[1,{"c":null}],"appel":"x"},"pieces":[]})",
          R"({"essms":[{"regime":"x\ny"}],"essms":[],"depose_le":2,"n":-1e400,"t":true})"}) {
        CAPTURE(texte);
        const auto lu = dossier::lire_arbre(texte);
        const auto ajoute = complement();
        const auto compose = composer(*lu.arbre, ajoute);
        const auto ecrit = en_texte(compose);
        const auto relu = dossier::lire_arbre(ecrit);
        CHECK(en_texte(*relu.arbre) == ecrit);
        const dossier::OptionsDeLecture options{
            .appel_impose = {}, .territoires = tests::moyens().referentiels.territoires};
        const auto de_l_arbre = dossier::lire_dossier(compose, options).fautes;
        const auto du_texte = dossier::lire_dossier(ecrit, options).fautes;
        REQUIRE(de_l_arbre.size() == du_texte.size());
        for (std::size_t rang = 0; rang < du_texte.size(); ++rang) {
            CHECK(de_l_arbre[rang].chemin == du_texte[rang].chemin);
            CHECK(de_l_arbre[rang].code == du_texte[rang].code);
        }
    }
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
    const auto entier = juge(tests::contenu_de({}));
    CHECK(entier.lisible());
    REQUIRE(entier.verifie);
    CHECK(entier.verifie->analyse().subvention->total == core::Money::euros(15 * 21'000));

    auto boiteux = tests::contenu_de({});
    boiteux.replace(boiteux.find("99999900600011"), 14, "99999");
    boiteux.replace(boiteux.find("\"acquisition\""), 13, "\"acquise\"");
    const auto demi = juge(boiteux);
    REQUIRE(demi.fautes.size() == 2);
    CHECK(demi.fautes[0].chemin == "porteur.siret");
    CHECK(demi.fautes[1].chemin == "essms[0].regime");
    REQUIRE(demi.verifie);
    CHECK(demi.verifie->analyse().subvention->total == core::Money::euros(14 * 21'000));
    CHECK(demi.verifie->analyse().recevabilite.guichet->financeur == "ARS Nouvelle-Aquitaine");
}

TEST_CASE("an empty draft lists what lacks, and is judged as a dossier of nobody") {
    const auto vide = juge(R"({"appel":"NA-2024"})");
    CHECK(vide.fautes.size() == 2);
    REQUIRE(vide.verifie);
    CHECK(vide.verifie->analyse().recevabilite.comptes.empty());
    CHECK_FALSE(juge("[]").verifie);
    CHECK_FALSE(juge("{").lisible());
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
