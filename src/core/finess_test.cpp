// FINESS numbers: form, prefix, key, and what is forgiven to a pasted list.
#include "core/finess.hpp"

#include <doctest/doctest.h>

using grappe::core::Finess;

TEST_CASE("a FINESS number keeps its text and knows its prefix") {
    const auto corse = Finess::parse("2A0000436");
    REQUIRE(corse);
    CHECK(corse->text() == "2A0000436");
    CHECK(corse->prefix() == "2A");
    CHECK(corse->has_valid_key());
    CHECK(Finess::parse("970103370")->prefix() == "9701");
    CHECK(Finess::parse("980502199")->prefix() == "9805");
    CHECK(Finess::parse("330060500")->prefix() == "33");
}

TEST_CASE("a refused FINESS number says which test failed") {
    struct Case {
        const char *text, *code;
    };
    const Case cases[] = {
        {"", "finess.longueur"},           {"12345678", "finess.longueur"},
        {"1234567890", "finess.longueur"}, {"01000002O", "finess.caractere"},
        {"33999004X", "finess.caractere"}, {"2a0000022", "finess.caractere"},
        {"A10000022", "finess.caractere"}, {"2C0000012", "finess.prefixe"},
        {"000000000", "finess.prefixe"},   {"200000022", "finess.prefixe"},
        {"960000000", "finess.prefixe"},   {"970600000", "finess.prefixe"},
        {"980700000", "finess.prefixe"},   {"1A0000000", "finess.prefixe"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto refused = Finess::parse(c.text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == c.code);
    }
}

TEST_CASE("a wrong key is a property of the number, not a refusal") {
    for (const char* text : {"130017099", "2B0000022", "339990050"}) {
        CAPTURE(text);
        const auto finess = Finess::parse(text);
        REQUIRE(finess);
        CHECK_FALSE(finess->has_valid_key());
    }
}

TEST_CASE("every bound of the prefixes is right") {
    for (const char* prefix :
         {"01", "19", "21", "95", "2A", "2B", "9701", "9705", "9805", "9806"}) {
        CAPTURE(prefix);
        const auto text = prefix + std::string(9 - std::string{prefix}.size(), '0');
        REQUIRE(Finess::parse(text));
        CHECK(Finess::parse(text)->prefix() == prefix);
    }
}

TEST_CASE("a pasted number is cleaned before it is read") {
    CHECK(Finess::parse_lenient("010 000 024")->text() == "010000024");
    CHECK(Finess::parse_lenient(" 2a0000436\r\n")->text() == "2A0000436");
    CHECK(Finess::parse_lenient("33\u00A0006-05.00")->text() == "330060500");
    CHECK(Finess::parse_lenient("10000024")->text() == "010000024");  // a spreadsheet ate the zero
    CHECK(Finess::parse_lenient("1000002").error().code == "finess.longueur");
    CHECK(Finess::parse_lenient(std::string(1000, '1')).error().code == "finess.longueur");
}
