// What is remembered of the thresholds of a version.
#include "portail/espace/reperes.hpp"

#include <doctest/doctest.h>

using grappe::espace::ReperesGardes;

TEST_CASE("landmarks are those of the version they were kept for") {
    ReperesGardes gardes;
    CHECK_FALSE(gardes.trouver("un", 1));
    gardes.garder("un", 1, {.issue = "Incomplet"});
    gardes.garder("deux", 7, {.issue = "Recevable"});
    CHECK(gardes.trouver("un", 1)->issue == "Incomplet");
    CHECK_FALSE(gardes.trouver("un", 2));
    gardes.garder("un", 2, {.issue = "Recevable"});
    CHECK_FALSE(gardes.trouver("un", 1));
    CHECK(gardes.trouver("un", 2)->issue == "Recevable");
    CHECK(gardes.trouver("deux", 7)->issue == "Recevable");
}

TEST_CASE("landmarks of more dossiers than are kept are forgotten, not mixed up") {
    ReperesGardes gardes;
    for (int rang = 0; rang < 10'000; ++rang)
        gardes.garder(std::to_string(rang), 1, {.issue = std::to_string(rang)});
    CHECK_FALSE(gardes.trouver("0", 1));
    CHECK(gardes.trouver("9999", 1)->issue == "9999");
}
