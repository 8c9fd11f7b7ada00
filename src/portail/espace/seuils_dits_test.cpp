// What is remembered of the thresholds of a version.
#include "portail/espace/seuils_dits.hpp"

#include <doctest/doctest.h>

using grappe::espace::SeuilsGardes;

TEST_CASE("thresholds told are those of the version they were kept for") {
    SeuilsGardes gardes;
    CHECK_FALSE(gardes.trouver({"un", 1, {}}));
    gardes.garder("un", 1, {.issue = "Incomplet"});
    gardes.garder("deux", 7, {.issue = "Recevable"});
    CHECK(gardes.trouver({"un", 1, {}})->issue == "Incomplet");
    CHECK_FALSE(gardes.trouver({"un", 2, {}}));
    gardes.garder("un", 2, {.issue = "Recevable"});
    CHECK_FALSE(gardes.trouver({"un", 1, {}}));
    CHECK(gardes.trouver({"un", 2, {}})->issue == "Recevable");
    CHECK(gardes.trouver({"deux", 7, {}})->issue == "Recevable");
}

TEST_CASE("thresholds of more dossiers than are kept are forgotten, not mixed up") {
    SeuilsGardes gardes;
    for (int rang = 0; rang < 10'000; ++rang)
        gardes.garder(std::to_string(rang), 1, {.issue = std::to_string(rang)});
    CHECK_FALSE(gardes.trouver({"0", 1, {}}));
    CHECK(gardes.trouver({"9999", 1, {}})->issue == "9999");
}

TEST_CASE("thresholds told hold for the pieces that were judged with them") {
    SeuilsGardes gardes;
    gardes.garder("un", 3, {.pieces = {"p1"}, .issue = "Incomplet"});
    CHECK(gardes.trouver({"un", 3, {"p1"}})->issue == "Incomplet");
    // Joined since: the next typing did not make what that piece changed.
    CHECK_FALSE(gardes.trouver({"un", 3, {"p1", "p2"}}));
    CHECK_FALSE(gardes.trouver({"un", 3, {}}));
}
