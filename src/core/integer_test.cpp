// Integers read from a whole text.
#include "core/integer.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using grappe::core::integer;

TEST_CASE("the whole text is the number, or there is none") {
    CHECK(integer<int>("0") == 0);
    CHECK(integer<int>("2147483647") == 2'147'483'647);
    CHECK(integer<int>("-12") == -12);
    for (const char* text : {"", " 1", "1 ", "+1", "1.0", "0x1", "12a", "2147483648"}) {
        CAPTURE(text);
        CHECK_FALSE(integer<int>(text));
    }
    CHECK_FALSE(integer<std::uint16_t>("65536"));
    CHECK_FALSE(integer<std::size_t>("-1"));
}
