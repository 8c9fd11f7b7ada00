// A series cut in two happens at the same moments as before.
#include "dui/recurrence/coupe.hpp"

#include <doctest/doctest.h>

#include <array>

#include "dui/recurrence/pour_tests.hpp"

namespace grappe::recurrence {

using tests::a, tests::debuts, tests::le, tests::serie;

TEST_CASE("whatever the rule and the place of the cut, both parts have the moments of the whole") {
    for (const auto* regle :
         {"FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=12",
          "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "FREQ=MONTHLY;BYDAY=1TU,-1FR", "FREQ=DAILY",
          "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5", "FREQ=YEARLY;BYMONTH=5;BYDAY=1TU"}) {
        CAPTURE(regle);
        auto entiere = serie("2026-11-23T10:30", regle);
        const auto toutes = derouler(entiere, {le("2026-11-01"), le("2028-06-30")}).value();
        REQUIRE(toutes.size() >= 2);
        entiere.exclues = {toutes[toutes.size() / 2].prevue};
        entiere.deplacees = {{toutes.back().prevue, toutes.back().prevue.plus(90), 30}};
        const auto voulus = debuts(entiere, "2026-11-01", "2028-06-30");
        for (std::size_t n = 0; n < toutes.size(); n += 3) {
            const auto coupe = couper(entiere, toutes[n].prevue);
            CHECK(coupe.avant.has_value() == (n > 0));
            const auto avant = coupe.avant ? debuts(*coupe.avant, "2026-11-01", "2028-06-30") : "";
            CHECK(avant + debuts(coupe.apres, "2026-11-01", "2028-06-30") == voulus);
        }
    }
}

TEST_CASE("the end of a series is that of its last occurrence, or none") {
    CHECK(fin_de(serie("2026-11-24T10:30", "")) == a("2026-11-24T11:30"));
    CHECK(fin_de(serie("2026-11-24T10:30", "FREQ=DAILY;COUNT=3")) == a("2026-11-26T11:30"));
    CHECK(fin_de(serie("2026-11-24T10:30", "FREQ=WEEKLY;UNTIL=20261231")) >= a("2026-12-29T11:30"));
    CHECK_FALSE(fin_de(serie("2026-11-24T10:30", "FREQ=WEEKLY")));
    auto deplacee = serie("2026-11-24T10:30", "FREQ=DAILY;COUNT=3");
    deplacee.deplacees = {{a("2026-11-24T10:30"), a("2026-12-24T10:30"), 30}};
    CHECK(fin_de(deplacee) == a("2026-12-24T11:00"));
}

}  // namespace grappe::recurrence
