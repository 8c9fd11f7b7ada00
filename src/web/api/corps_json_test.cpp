// Bodies of the API as its routes take them.
#include "web/api/corps_json.hpp"

#include <doctest/doctest.h>

using grappe::api::Corps;

TEST_CASE("a body is an object of texts") {
    for (const auto* texte : {"{", "[]", "", "1", "{\"a\":1,}", "{\"a\":\"\xC3\"}", "{} {}"})
        CHECK(Corps::lire(texte).error().code == "api.json_invalide");
    const auto corps = Corps::lire(R"({"a":"\u00e9","b":null,"c":12,"d":""})").value();
    CHECK(corps.texte("a") == "é");
    CHECK(corps.texte("b").empty());
    CHECK(corps.texte("absent").empty());
    CHECK(corps.mal_type({"a", "b", "d"}).empty());
    CHECK(corps.mal_type({"a", "c"}) == "c");
}

TEST_CASE("what is no text is read as what it is, or not at all") {
    const auto corps = Corps::lire(
                           "\xEF\xBB\xBF"
                           R"({"n":-3,"f":1.5,"v":true,"l":[1],"o":{"n":4},"n":12})")
                           .value();
    CHECK(corps.entier("n") == 12);  // the last one, as JSON readers do
    CHECK_FALSE(corps.entier("f").has_value());
    CHECK_FALSE(corps.entier("l").has_value());
    CHECK(corps.booleen("v") == true);
    CHECK_FALSE(corps.booleen("n").has_value());
    CHECK(corps.mal_type({"o"}) == "o");
}

TEST_CASE("members of other names are told, whatever they hold") {
    const std::vector<std::string_view> noms{"decision", "motif"};
    CHECK(Corps::lire(R"({"decision":"rejete"})").value().autres_que(noms).empty());
    CHECK(Corps::lire("{}").value().autres_que(noms).empty());
    CHECK(
        Corps::lire(R"({"z":1,"decison":"rejete","motif":"","a":null})").value().autres_que(noms) ==
        std::vector<std::string>{"decison", "z"});
}
