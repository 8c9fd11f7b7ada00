// Encodings, folding, nearest word.
#include "core/texte.hpp"

#include <doctest/doctest.h>

#include <array>

using std::string_view_literals::operator""sv;
namespace core = grappe::core;

TEST_CASE("UTF-8 is judged strictly") {
    for (const auto text : {""sv, "abc"sv, "été"sv, "Œ – €"sv, "\xF0\x9F\x99\x82"sv, "\0"sv})
        CHECK(core::is_utf8(text));
    for (const auto text : {"\xE9t\xE9"sv, "\xC0\x80"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv,
                            "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xC3"sv, "\x80"sv,
                            "\xE2\x82"sv, "\xF0\x9F\x99"sv, "\xE2\x28\xA1"sv})
        CHECK_FALSE(core::is_utf8(text));
}

TEST_CASE("bytes that are not UTF-8 are windows-1252") {
    CHECK(core::to_utf8("\xC9t\xE9 \x8Cuvre \x96 \x80") == "Été Œuvre – €");
    CHECK(core::to_utf8("Été") == "Été");
    CHECK(core::to_utf8("\xEF\xBB\xBF"
                        "a") == "a");
    CHECK(core::to_utf8("\x81\xE9") == "\uFFFDé");
}

TEST_CASE("text is cut between characters") {
    CHECK(core::cut("été", 1).empty() == true);
    CHECK(core::cut("été", 2) == "é");
    CHECK(core::cut("été", 3) == "ét");
    CHECK(core::cut("été", 50) == "été");
    CHECK(core::cut("\x80\x80", 1).empty());
}

TEST_CASE("folding forgets case, accents, shapes of apostrophes and of spaces") {
    CHECK(core::fold("  L’ŒUVRE – Été ") == "l'oeuvre - ete");
    CHECK(core::fold("L`Outil\u00A0\u202F Nº\t2") == "l'outil nº 2");
    CHECK(core::fold("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆœ") == "aaaceeeeiioouuuyaeoe");
    CHECK(core::fold("e\u0301te\u0301") == "ete");
    CHECK(core::fold("Saint‑Étienne") == "saint-etienne");
    CHECK(core::fold(" \u00A0 ").empty());
    CHECK(core::fold("日本") == "日本");
    CHECK(core::fold(core::fold("L’Œuvre – ÉTÉ")) == core::fold("L’Œuvre – ÉTÉ"));
}

TEST_CASE("distance counts insertions, removals and replacements") {
    CHECK(core::distance("", "") == 0);
    CHECK(core::distance("abc", "") == 3);
    CHECK(core::distance("chien", "niche") == 4);
    CHECK(core::distance("finess_et", "finess_ej") == 1);
}

TEST_CASE("the nearest key is offered when it is near") {
    constexpr std::array keys{"finess_et"sv, "finess_ej"sv, "regime"sv, "siret"sv};
    CHECK(core::plus_proche("finess", keys) == std::nullopt);
    CHECK(core::plus_proche("finess-et", keys) == "finess_et");
    CHECK(core::plus_proche("Régime", keys) == "regime");
    CHECK(core::plus_proche("sirte", keys) == std::nullopt);
    CHECK(core::plus_proche("siren", keys) == "siret");
    CHECK(core::plus_proche("", keys) == std::nullopt);
    CHECK(core::plus_proche(std::string(100'000, 'x'), keys) == std::nullopt);
}

TEST_CASE("what surrounds a text goes, and an address holds any byte") {
    CHECK(core::trimmed(" \t a b\r\n") == "a b");
    CHECK(core::trimmed(" \r\n").empty());
    CHECK(core::percent_encoded("a-b_c.9") == "a-b_c.9");
    CHECK(core::percent_encoded("é &~") == "%C3%A9%20%26%7E");
}
