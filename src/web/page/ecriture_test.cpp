// Hours as pages say them.
#include "web/page/ecriture.hpp"

#include <doctest/doctest.h>

namespace grappe::page {

TEST_CASE("the hour said is that of the clock, on the days when it changes too") {
    const auto dit = [](const char* instant) {
        return moment(core::Instant::parse(instant).value(), core::paris());
    };
    CHECK(dit("2024-03-31T10:00:00+02:00") == "31 mars 2024 à 10\u00a0h\u00a000");
    CHECK(dit("2024-10-27T10:00:00+01:00") == "27 octobre 2024 à 10\u00a0h\u00a000");
    CHECK(dit("2024-05-24T23:59:59+02:00") == "24 mai 2024 à 23\u00a0h\u00a059");
}

}  // namespace grappe::page
