// The draw: the same for everyone, of the seed and of the report, fair, without repetition.
#include "rapport/tirage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "rapport/chances.hpp"
#include "rapport/monde_pour_tests.hpp"

namespace grappe::rapport {
namespace {

const Empreinte un_rapport = Sha256{}.de("un rapport");

std::vector<std::int64_t> tirees(std::int64_t feuilles, const std::string& graine,
                                 std::int64_t nombre) {
    return tirer({un_rapport, feuilles}, graine, nombre).feuilles;
}

std::string en_milliers(std::int64_t nombre) {
    auto texte = std::to_string(nombre);
    if (texte.size() > 3) texte.insert(texte.size() - 3, " ");
    return texte;
}

}  // namespace

TEST_CASE("a draw is that of its seed and of its report: anyone finds it again") {
    // Worked out by tests/rapport/verificateur.py, which was written from the recipe alone.
    CHECK(tirees(1000, "c0ffee", 5) == std::vector<std::int64_t>{66, 477, 756, 784, 955});
    CHECK(tirees(1000, "c0ffee", 5) != tirees(1000, "c0ffef", 5));
    CHECK(tirees(1000, "c0ffee", 5) != tirer({Sha256{}.de("autre"), 1000}, "c0ffee", 5).feuilles);
}

TEST_CASE("leaves are drawn once each, in order, all of them when there are no more") {
    for (const std::int64_t feuilles : {1, 2, 3, 10, 1000}) {
        for (const std::int64_t nombre : {1, 2, 9, 10, 999, 1000, 5000}) {
            const auto ici = tirees(feuilles, "0", nombre);
            CHECK(static_cast<std::int64_t>(ici.size()) == std::min(feuilles, nombre));
            CHECK(std::is_sorted(ici.begin(), ici.end()));
            CHECK(std::set(ici.begin(), ici.end()).size() == ici.size());
            CHECK(ici.front() >= 0);
            CHECK(ici.back() < feuilles);
        }
    }
    CHECK(tirees(0, "0", 3).empty());
}

TEST_CASE("each leaf is drawn as often as another") {
    std::array<int, 7> fois{};
    for (int graine = 0; graine < 2'000; ++graine)
        for (const auto une : tirees(7, std::to_string(graine), 2))
            ++fois[static_cast<std::size_t>(une)];
    // 4,000 draws over 7 leaves: 571 each, and six deviations of 21 around.
    for (const auto combien : fois) {
        CHECK(combien > 571 - 130);
        CHECK(combien < 571 + 130);
    }
}

TEST_CASE("a draw is written and read back, and its seed has one form") {
    const auto tirage = tirer({un_rapport, 1000}, "c0ffee", 5);
    CHECK(lire_tirage(ecrire(tirage)).tirage == tirage);
    CHECK(lire_tirage(ecrire(tirage) + "\n").reproches.empty());
    CHECK(lire_graine("C0FFEE").value() == "c0ffee");
    for (const char* graine : {"", "0x12", "g", "12 ", "é"}) CHECK_FALSE(lire_graine(graine));
    CHECK_FALSE(lire_graine(std::string(257, '0')));
    CHECK_FALSE(lire_tirage("").lisible);
    CHECK_FALSE(lire_tirage("{}").reproches.empty());
    CHECK_FALSE(lire_tirage(ecrire(tirage) + " ").reproches.empty());
    auto majuscule = ecrire(tirage);
    majuscule[majuscule.find("c0ffee")] = 'C';
    CHECK_FALSE(lire_tirage(majuscule).reproches.empty());
    auto desordre = tirage;
    std::swap(desordre.feuilles[0], desordre.feuilles[1]);
    CHECK_FALSE(lire_tirage(ecrire(desordre)).reproches.empty());
}

TEST_CASE("the chance to meet an invented record is that of the hypergeometric law") {
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 1, .tirees = 1}) == 100'000);
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 5, .tirees = 2}) == 777'777);
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 2, .tirees = 5}) == 777'777);
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 5, .tirees = 6}) == 1'000'000);
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 0, .tirees = 6}) == 0);
    CHECK(millioniemes_de_voir({.feuilles = 10, .inventees = 3, .tirees = 0}) == 0);
    CHECK(millioniemes_de_voir({.feuilles = 410'000, .inventees = 410, .tirees = 410'000}) ==
          1'000'000);
    // (1 - 1/1000)^300 is close: 25.9 % and a little more without replacement.
    CHECK(millioniemes_de_voir({.feuilles = 410'000, .inventees = 410, .tirees = 300}) / 1000 ==
          259);
}

TEST_CASE("the table of docs/preuve.md is that of the law, rounded down") {
    const auto page = contenu("docs/preuve.md");
    int lignes = 0;
    for (const std::int64_t feuilles : {1'200, 410'000}) {
        for (const std::int64_t part : {1000, 100, 20, 10}) {
            const Controle controle{feuilles, feuilles / part, 0};
            auto ligne = "| " + en_milliers(feuilles) + " | " + en_milliers(feuilles / part) + " |";
            for (const std::int64_t tirees : {30, 60, 100, 300, 600}) {
                const auto pour_mille =
                    millioniemes_de_voir({feuilles, controle.inventees, tirees}) / 1000;
                ligne += " " + std::to_string(pour_mille / 10) + "," +
                         std::to_string(pour_mille % 10) + " % |";
            }
            CAPTURE(ligne);
            CHECK(page.find(ligne) != std::string::npos);
            ++lignes;
        }
    }
    CHECK(lignes == 8);
}

}  // namespace grappe::rapport
