// The written forms of an instant.
#include "core/instant.hpp"

#include <doctest/doctest.h>

using grappe::core::Instant;

TEST_CASE("mail and HTTP write an instant with the names of their RFC") {
    CHECK(Instant::parse("1994-11-06T08:49:37Z")->mail_text() == "Sun, 06 Nov 1994 08:49:37");
    CHECK(Instant::parse("2024-03-01T00:30:00+01:00")->mail_text() == "Thu, 29 Feb 2024 23:30:00");
    CHECK(Instant::parse("2024-12-31T23:59:59Z")->mail_text() == "Tue, 31 Dec 2024 23:59:59");
}
