// SIRET numbers: form, the two keys, La Poste.
#include "core/siret.hpp"

#include <doctest/doctest.h>

using grappe::core::Siret;

TEST_CASE("a SIRET gives its SIREN") {
    const auto siret = Siret::parse("26280051900023");
    REQUIRE(siret);
    CHECK(siret->text() == "26280051900023");
    CHECK(siret->siren() == "262800519");
    CHECK(siret->has_valid_key());
}

TEST_CASE("a SIRET is fourteen digits") {
    for (const char* text : {"", "7732829320007", "262800519000231", "2628005190002A"}) {
        CAPTURE(text);
        CHECK(Siret::parse(text).error().code == "siret.forme");
    }
}

TEST_CASE("the key of a SIRET counts over fourteen digits and over the SIREN") {
    CHECK_FALSE(Siret::parse("34778940600010")->has_valid_key());
    CHECK_FALSE(Siret::parse("47769662900020")->has_valid_key());  // real, wrong in FINESS
    // Luhn right over fourteen digits, wrong over the first nine.
    CHECK_FALSE(Siret::parse("73282932100007")->has_valid_key());
}

TEST_CASE("La Poste may follow the sum of digits instead of Luhn") {
    CHECK(Siret::parse("35600000000048")->has_valid_key());
    CHECK(Siret::parse("35600000000001")->has_valid_key());
    CHECK_FALSE(Siret::parse("35600000000002")->has_valid_key());
}

TEST_CASE("a pasted SIRET loses its spaces") {
    CHECK(Siret::parse_lenient("262 800 519 00023")->text() == "26280051900023");
    CHECK(Siret::parse_lenient("262\u00A0800\u00A0519\u00A000023")->text() == "26280051900023");
}
