// Forms as browsers post them.
#include "web/page/formulaire.hpp"

#include <doctest/doctest.h>

namespace page = grappe::page;
using grappe::page::lire_formulaire;

TEST_CASE("an ordinary form keeps the order and the repetitions of its fields") {
    const auto lu = lire_formulaire("application/x-www-form-urlencoded",
                                    "a=1&dsr=MS1&dsr=MS2&nom=%C3%89t%C3%A9+2024&vide=");
    REQUIRE(lu);
    CHECK(lu->champs.size() == 5);
    CHECK(lu->valeur("nom") == "Été 2024");
    CHECK(lu->valeurs("dsr").size() == 2);
    CHECK(lu->contient("vide"));
    CHECK_FALSE(lu->contient("absent"));
}

TEST_CASE("a form with files gives fields and files, bytes untouched") {
    const std::string corps =
        "--x\r\nContent-Disposition: form-data; name=\"liste\"\r\n\r\n330000001\r\n330000019\r\n"
        "--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a%22b.xlsx\"\r\n"
        "Content-Type: application/octet-stream\r\n\r\nPK\x03\x04\xff\r\n--y\r\n"
        "--x\r\ncontent-disposition: form-data; name=\"vide\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
    const auto lu = lire_formulaire("multipart/form-data; boundary=x", corps);
    REQUIRE(lu);
    CHECK(lu->valeur("liste") == "330000001\r\n330000019");
    REQUIRE(lu->fichiers.size() == 1);
    CHECK(lu->fichiers[0].champ == "fichier");
    CHECK(lu->fichiers[0].nom == "a\"b.xlsx");
    CHECK(lu->fichiers[0].octets == "PK\x03\x04\xff\r\n--y");
}

TEST_CASE("a file name is not mistaken for the name of its field") {
    const auto lu = lire_formulaire(
        "multipart/form-data; boundary=\"x\"",
        "--x\r\nContent-Disposition: form-data; filename=\"f\"; name=\"n\"\r\n\r\nA\r\n--x--");
    REQUIRE(lu);
    CHECK(lu->fichiers[0].champ == "n");
}

TEST_CASE("a body that is cut, of another type, or not UTF-8 is refused") {
    const auto code = [](const char* type, const char* corps) {
        return lire_formulaire(type, corps).error().code;
    };
    CHECK(code("text/plain", "a=1") == "formulaire.type");
    CHECK(code("multipart/form-data", "--x--") == "formulaire.mal_forme");
    CHECK(code("multipart/form-data; boundary=x",
               "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nco") ==
          "formulaire.mal_forme");
    CHECK(code("multipart/form-data; boundary=x",
               "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--x--") ==
          "formulaire.mal_forme");
    CHECK(code("application/x-www-form-urlencoded", "a=%zz") == "formulaire.mal_forme");
}

TEST_CASE("a form written again and read again is the same form") {
    const page::Formulaire formulaire{
        .champs = {{"essms[0].regime", "été & hiver = 100 %\r\n\"x\"+1"}, {"vide", ""}, {"a", "1"}},
        .fichiers = {}};
    const auto relu =
        lire_formulaire("application/x-www-form-urlencoded", page::en_texte(formulaire));
    REQUIRE(relu);
    REQUIRE(relu->champs.size() == 3);
    CHECK(relu->champs[0].nom == "essms[0].regime");
    CHECK(relu->champs[0].valeur == formulaire.champs[0].valeur);
    CHECK(relu->contient("vide"));
}
