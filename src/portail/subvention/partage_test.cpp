// Exact sums and largest remainders, beside an oracle in unlimited integers.
#include "portail/subvention/partage.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <random>
#include <string>

#include "core/ensure.hpp"

namespace grappe::subvention {

using core::i128;

TEST_CASE("a half goes up, whatever the signs of the road to it") {
    CHECK(arrondi_demi_superieur({1, 2}) == 1);
    CHECK(arrondi_demi_superieur({49, 100}) == 0);
    CHECK(arrondi_demi_superieur({7, 2}) == 4);
    CHECK(arrondi_inferieur({7, 2}) == 3);
}

TEST_CASE("a sum is rounded once, and a sum that is exactly a half goes up") {
    CHECK(somme_arrondie(std::vector<Quotient>{{1, 3}, {1, 6}}) == 1);
    CHECK(somme_arrondie(std::vector<Quotient>{{1, 3}, {1, 6}, {10, 1}}) == 11);
    CHECK(somme_arrondie(std::vector<Quotient>(3, {1, 6})) == 1);
    CHECK(somme_arrondie(std::vector<Quotient>(3, {1, 7})) == 0);
    CHECK(somme_arrondie({}) == 0);
}

TEST_CASE("just under a half stays under, even by less than the fixed point sees") {
    const i128 grand = i128{1} << 62;
    CHECK(somme_arrondie(std::vector<Quotient>{{grand - 1, 2 * grand}}) == 0);
    CHECK(somme_arrondie(std::vector<Quotient>{{grand, 2 * grand}}) == 1);
    CHECK(somme_arrondie(std::vector<Quotient>{{1, 3}, {1, 6}, {1, grand}}) == 1);
    const i128 enorme = i128{1} << 100;
    CHECK(somme_arrondie(std::vector<Quotient>{{enorme - 1, 2 * enorme}}) == 0);
    CHECK(somme_arrondie(std::vector<Quotient>{{enorme - 1, 2 * enorme}, {1, 2 * enorme}}) == 1);
}

TEST_CASE("unrelated denominators do not overflow") {
    std::vector<Quotient> termes;
    for (i128 premier = 1'000'003; termes.size() < 300; premier += 2)
        termes.push_back({premier / 2, premier});  // each a little under a half
    CHECK(somme_arrondie(termes) == 150);
}

TEST_CASE("shares sum to the total; the largest remainders, then the order of keys, are served") {
    const std::vector<std::string_view> cles{"c", "a", "b"};
    const std::vector<std::int64_t> egaux{1, 1, 1};
    CHECK(parts_proportionnelles(100, egaux, cles) == std::vector<std::int64_t>{33, 34, 33});
    CHECK(parts_proportionnelles(101, egaux, cles) == std::vector<std::int64_t>{33, 34, 34});
    const std::vector<std::int64_t> inegaux{1, 2, 4};
    CHECK(parts_proportionnelles(10, inegaux, cles) == std::vector<std::int64_t>{1, 3, 6});
    const std::vector<std::int64_t> avec_zero{0, 1, 2};
    CHECK(parts_proportionnelles(10, avec_zero, cles) == std::vector<std::int64_t>{0, 3, 7});
    CHECK_THROWS_AS(parts_proportionnelles(1, std::vector<std::int64_t>{0}, cles), core::Bug);
}

TEST_CASE("no share is further than one cent from its exact value") {
    std::mt19937 hasard{7};
    for (int essai = 0; essai < 200; ++essai) {
        std::vector<std::int64_t> poids;
        std::vector<std::string> noms;
        for (unsigned i = 0; i <= hasard() % 40; ++i) {
            poids.push_back(1 + hasard() % 1'000'000);
            noms.push_back(std::to_string(hasard()));
        }
        const std::vector<std::string_view> cles{noms.begin(), noms.end()};
        const std::int64_t total = hasard() % 100'000'000;
        const auto servies = parts_proportionnelles(total, poids, cles);
        CHECK(std::reduce(servies.begin(), servies.end()) == total);
        const i128 somme = std::accumulate(poids.begin(), poids.end(), i128{0});
        for (std::size_t i = 0; i < poids.size(); ++i) {
            const i128 ecart = i128{servies[i]} * somme - i128{total} * poids[i];
            CHECK(bool{-somme < ecart && ecart < somme});
        }
    }
}

}  // namespace grappe::subvention
