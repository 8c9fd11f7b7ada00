// Points of the two projections, computed with the direct formulas; choice by value and territory.
#include "referentiels/coordonnees.hpp"

#include <doctest/doctest.h>

#include "referentiels/projection.hpp"

namespace grappe::referentiels {

TEST_CASE("Lambert-93 gives back the degrees of an official record") {
    const auto point = depuis_lambert_93({320'627'930, 6'664'741'450});
    REQUIRE(point);
    CHECK(point->latitude_e6 == 46'974'887);
    CHECK(point->longitude_e6 == -1'993'633);
    const auto origine = depuis_lambert_93({700'000'000, 6'600'000'000});
    CHECK(origine->latitude_e6 == 46'500'000);
    CHECK(origine->longitude_e6 == 3'000'000);
    CHECK_FALSE(depuis_lambert_93({700'000'000, 12'655'612'050}));  // the pole of the cone
}

TEST_CASE("each overseas UTM zone gives back its degrees") {
    struct Case {
        const char *departement, *x, *y;
        std::int32_t latitude_e6, longitude_e6;
    };
    const Case cases[] = {
        {"971", "654957.454", "1797138.071", 16'250'000, -61'550'000},
        {"973", "352535.038", "545073.719", 4'930'000, -52'330'000},
        {"974", "338767.167", "7690355.572", -20'880'000, 55'450'000},
        {"976", "524963.361", "8587181.961", -12'780'000, 45'230'000},
        {"975", "563359.638", "5181051.221", 46'780'000, -56'170'000},
        {"986", "588823.905", "8531753.784", -13'280'000, -176'180'000},
    };
    for (const auto& c : cases) {
        CAPTURE(c.departement);
        const auto point = situer({c.x, c.y}, c.departement);
        REQUIRE(point);
        CHECK(point->latitude_e6 == c.latitude_e6);
        CHECK(point->longitude_e6 == c.longitude_e6);
    }
}

TEST_CASE("degrees are recognised by their values") {
    const auto point = situer({"5.2085961", "46.222745"}, "01");
    REQUIRE(point);
    CHECK(point->latitude_e6 == 46'222'745);
    CHECK(point->longitude_e6 == 5'208'596);
    CHECK(situer({"-61.55", "16,25"}, "971")->latitude_e6 == 16'250'000);
}

TEST_CASE("a point outside its territory is none") {
    CHECK_FALSE(situer({"0", "0"}, "33"));
    CHECK_FALSE(situer({"46.2", "5.2"}, "01"));      // swapped
    CHECK_FALSE(situer({"-0.58", "44.85"}, "974"));  // Bordeaux in La Réunion
    CHECK_FALSE(situer({"55.45", "-20.88"}, "33"));
    CHECK_FALSE(situer({"417000.5", "642300.1"}, "33"));  // a digit lost
    CHECK_FALSE(situer({"", ""}, "33"));
    CHECK_FALSE(situer({"x", "44.8"}, "33"));
    CHECK_FALSE(situer({"-0.58", "91"}, "33"));
}

TEST_CASE("decimal numbers are read without rounding errors") {
    CHECK(decimal("417000.5", 3) == 417'000'500);
    CHECK(decimal("-1.993633", 6) == -1'993'633);
    CHECK(decimal("12", 0) == 12);
    CHECK(decimal("12.9", 0) == 12);
    CHECK(decimal(".5", 1) == 5);
    CHECK(decimal("5.", 1) == 50);
    for (const auto* texte : {"", "-", ".", "1.2.3", "1e5", "--1", " 1", "1234567890123"})
        CHECK_FALSE(decimal(texte, 3));
}

}  // namespace grappe::referentiels
