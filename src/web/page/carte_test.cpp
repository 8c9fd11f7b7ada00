// Maps drawn from the shipped outlines.
#include "web/page/carte.hpp"

#include <doctest/doctest.h>

namespace page = grappe::page;

namespace {

std::vector<page::Contour> departements() {
    return page::lire_contours(GRAPPE_ROOT "/donnees/geo/departements-2018-simplifie.geojson")
        .value();
}

page::Repere repere(std::int32_t latitude_e6, std::int32_t longitude_e6) {
    return {latitude_e6, longitude_e6, "330000001", "L'<IME>", ""};
}

}  // namespace

TEST_CASE("without marks the mainland is drawn whole and stays light") {
    const auto cadres = page::dessiner(departements(), {});
    REQUIRE(cadres.size() == 1);
    CHECK(cadres[0].titre == "France métropolitaine");
    CHECK(cadres[0].svg.size() > 20'000);
    CHECK(cadres[0].svg.size() < 80'000);
}

TEST_CASE("each territory with a mark has its own drawing") {
    const auto cadres = page::dessiner(
        departements(), {repere(44'840'000, -580'000), repere(-20'880'000, 55'450'000)});
    REQUIRE(cadres.size() == 2);
    CHECK(cadres[0].titre == "France métropolitaine");
    CHECK(cadres[1].titre == "La Réunion");
    CHECK(cadres[1].reperes == 1);
}

TEST_CASE("a mark is inside the drawing and its label is escaped") {
    const auto cadres = page::dessiner(departements(), {repere(44'840'000, -580'000)});
    const auto& svg = cadres.at(0).svg;
    CHECK(svg.find(R"(cx="320" cy="240")") != svg.npos);
    CHECK(svg.find(">Gironde</text>") != svg.npos);
    CHECK(svg.find("<title>L&#39;&lt;IME&gt;</title>") != svg.npos);
}
