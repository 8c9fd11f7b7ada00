// QR codes, as squares and as drawings.
#include "qr/carre_qr.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "qr/code_qr.hpp"

namespace grappe::qr {

TEST_CASE("a QR code is square and longer texts make larger ones") {
    const auto court = carre_qr("a"), longue = carre_qr(std::string(300, 'a'));
    CHECK(court.noirs.size() == static_cast<std::size_t>(court.cote * court.cote));
    CHECK(longue.cote > court.cote);
}

TEST_CASE("its drawing has a square for each dark module, inside the margin of the standard") {
    const auto carre = carre_qr("a");
    const auto svg = code_qr("a");
    std::ptrdiff_t dessines = 0;
    for (auto ou = svg.find("h1v1h-1z"); ou != svg.npos; ou = svg.find("h1v1h-1z", ou + 1))
        ++dessines;
    CHECK(dessines == std::count(carre.noirs.begin(), carre.noirs.end(), true));
    CHECK(svg.find("0 0 " + std::to_string(carre.cote + 8)) != svg.npos);
}

}  // namespace grappe::qr
