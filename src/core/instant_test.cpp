// The written forms of an instant.
#include "core/instant.hpp"

#include <doctest/doctest.h>

using grappe::core::Instant;

TEST_CASE("mail and HTTP write an instant with the names of their RFC") {
    CHECK(Instant::parse("1994-11-06T08:49:37Z")->mail_text() == "Sun, 06 Nov 1994 08:49:37");
    CHECK(Instant::parse("2024-03-01T00:30:00+01:00")->mail_text() == "Thu, 29 Feb 2024 23:30:00");
    CHECK(Instant::parse("2024-12-31T23:59:59Z")->mail_text() == "Tue, 31 Dec 2024 23:59:59");
}

TEST_CASE("an instant is written to the second, in UTC or in a zone") {
    const auto zone = *grappe::core::Zone::parse("Europe/Paris");
    for (const auto* text : {"2024-02-29T23:30:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
                             "1912-03-01T00:00:01Z", "2999-12-31T23:59:59Z"}) {
        CHECK(Instant::parse(text)->utc_text() == text);
        CHECK(*Instant::parse(zone.text(*Instant::parse(text))) == *Instant::parse(text));
    }
    CHECK(zone.text(*Instant::parse("2024-05-24T21:59:59Z")) == "2024-05-24T23:59:59+02:00");
    CHECK(zone.text(*Instant::parse("2023-12-31T23:00:00Z")) == "2024-01-01T00:00:00+01:00");
}

TEST_CASE("the clock on the wall, on the days when it changes too") {
    using std::chrono::hours;
    const auto heure = [](const char* instant) {
        return grappe::core::paris().time_of_day(Instant::parse(instant).value());
    };
    CHECK(heure("2024-03-31T10:00:00+02:00") == hours{10});
    CHECK(heure("2024-10-27T10:00:00+01:00") == hours{10});
    CHECK(heure("2024-10-27T02:30:00+02:00") == heure("2024-10-27T02:30:00+01:00"));
    CHECK(heure("2024-08-01T00:00:00+02:00") == hours{0});
}
