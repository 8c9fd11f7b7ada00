// Every one of the 6,561 profiles, against the kept oracle and against a second implementation
// written from the printed table, not from the shipped files.
#include "dui/evaluation/aggir.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "core/csv.hpp"

namespace grappe::evaluation::aggir {
namespace {

std::string fichier(const std::string& chemin) {
    std::ifstream flux{std::string{GRAPPE_ROOT} + "/" + chemin, std::ios::binary};
    return {std::istreambuf_iterator<char>{flux}, {}};
}

std::string coefficients() { return fichier("donnees/nomenclatures/aggir-coefficients.csv"); }
std::string seuils() { return fichier("donnees/nomenclatures/aggir-seuils.csv"); }

const Bareme& bareme() {
    static const auto livre = lire_bareme(coefficients(), seuils()).value();
    return livre;
}

Vecteur vecteur(std::string_view lettres) {
    Vecteur lu{};
    for (std::size_t i = 0; i < lu.size(); ++i) lu[i] = static_cast<Lettre>(lettres[i] - 'A');
    return lu;
}

// The second way. It asks the groups by name, as the decree tells them, one after the other.
namespace seconde {

int poids(std::string_view v, const int (&si_c)[8], const int (&si_b)[8]) {
    int somme = 0;
    for (int i = 0; i < 8; ++i) {
        if (v[static_cast<std::size_t>(i)] == 'C') somme += si_c[i];
        if (v[static_cast<std::size_t>(i)] == 'B') somme += si_b[i];
    }
    return somme;
}

int rang(std::string_view v) {
    const int a =
        poids(v, {2000, 1200, 40, 40, 60, 100, 800, 200}, {0, 0, 16, 16, 20, 16, 120, 32});
    if (a >= 4380) return 1;
    if (a >= 4140) return 2;
    if (a >= 3390) return 3;
    if (poids(v, {1500, 1200, 40, 40, 60, 100, 800, -80}, {320, 120, 16, 16, 0, 16, 120, -40}) >=
        2016)
        return 4;
    const int c = poids(v, {0, 0, 40, 40, 60, 160, 1000, 400}, {0, 0, 16, 16, 20, 20, 200, 40});
    if (c >= 1700) return 5;
    if (c >= 1432) return 6;
    if (poids(v, {0, 0, 0, 0, 2000, 400, 2000, 200}, {0, 0, 0, 0, 200, 200, 200, 0}) >= 2400)
        return 7;
    if (poids(v, {400, 400, 400, 400, 400, 800, 800, 200}, {0, 0, 100, 100, 100, 100, 100, 0}) >=
        1200)
        return 8;
    if (poids(v, {200, 200, 500, 500, 500, 500, 500, 200},
              {100, 100, 100, 100, 100, 100, 100, 0}) >= 800)
        return 9;
    if (poids(v, {150, 150, 300, 300, 500, 500, 400, 200}, {0, 0, 200, 200, 200, 200, 200, 100}) >=
        650)
        return 10;
    const int h = poids(v, {0, 0, 3000, 3000, 3000, 3000, 1000, 1000},
                        {0, 0, 2000, 2000, 2000, 2000, 2000, 1000});
    return h >= 4000 ? 11 : h >= 2000 ? 12 : 13;
}

int gir(int rang) {
    return rang == 1 ? 1 : rang <= 7 ? 2 : rang <= 9 ? 3 : rang <= 11 ? 4 : rang - 7;
}

}  // namespace seconde
}  // namespace

TEST_CASE("all 6,561 profiles have the rank and the GIR of the oracle, and of a second way") {
    const auto oracle = fichier("tests/donnees/aggir/vecteurs.csv");
    core::CsvReader lecteur{oracle, ';'};
    REQUIRE(*lecteur.next());
    std::set<std::string> vus;
    int fautes = 0;
    std::array<int, 7> par_gir{};
    while (*lecteur.next()) {
        const auto& champs = lecteur.fields();
        REQUIRE(champs.size() == 3);
        vus.emplace(champs[0]);
        const auto calcule = calculer(bareme(), vecteur(champs[0]));
        const bool juste =
            std::to_string(calcule.rang) == champs[1] && std::to_string(calcule.gir) == champs[2] &&
            calcule.rang == seconde::rang(champs[0]) && calcule.gir == seconde::gir(calcule.rang);
        if (!juste) ++fautes;
        ++par_gir[static_cast<std::size_t>(calcule.gir)];
    }
    CHECK(fautes == 0);
    CHECK(vus.size() == 6561);
    CHECK(par_gir == std::array<int, 7>{0, 8, 3208, 2400, 760, 157, 28});
}

TEST_CASE("the trace adds up to the sums and ends with the threshold reached") {
    for (int n = 0; n < 6561; ++n) {
        Vecteur v{};
        for (int i = 0, reste = n; i < 8; ++i, reste /= 3)
            v[static_cast<std::size_t>(i)] = static_cast<Lettre>(reste % 3);
        const auto calcule = calculer(bareme(), v);
        for (const auto& pas : calcule.pas) {
            int somme = 0;
            for (const auto valeur : pas.valeurs) somme += valeur;
            REQUIRE(somme == pas.somme);
            REQUIRE(pas.atteint == (&pas == &calcule.pas.back()));
        }
        const auto& dernier = calcule.pas.back().essayes.back();
        REQUIRE(dernier.rang == calcule.rang);
        REQUIRE(dernier.gir == calcule.gir);
        REQUIRE(calcule.pas.back().somme >= dernier.minimum.value_or(-1'000'000));
    }
}

TEST_CASE("both ends, and each side of a threshold") {
    const auto de = [](const char* lettres) { return calculer(bareme(), vecteur(lettres)); };
    CHECK(de("AAAAAAAA").gir == 6);
    CHECK(de("AAAAAAAA").pas.size() == 8);
    CHECK(de("CCCCCCCC").gir == 1);
    CHECK(de("CCCCCCCC").pas.size() == 1);
    // Group A: 4 440 with everything, 4 400 without toilet, then under 4 380.
    CHECK(de("CCACCCCC").rang == 1);
    CHECK(de("CCAACCCC").rang == 2);
}

TEST_CASE("a file that is not whole is refused, with its place") {
    const auto refuse = [](const std::string& valeurs, const std::string& bornes) {
        const auto lu = lire_bareme(valeurs, bornes);
        return lu ? std::string{} : lu.error().detail;
    };
    const auto bons = coefficients(), bornes = seuils();
    CHECK(refuse(bons, bornes).empty());
    CHECK(refuse("", bornes) == "aggir-seuils.csv, ligne 2");
    CHECK(refuse(bons, "") == "aggir-coefficients.csv, ligne 0");
    CHECK(refuse(bons + "A;COHERENCE;A;0\n", bornes) == "aggir-coefficients.csv, ligne 242");
    CHECK(refuse(bons + "A;CHANT;A;0\n", bornes) == "aggir-coefficients.csv, ligne 242");
    CHECK(refuse(bons.substr(0, bons.rfind("H;COMMUNICATION;C")), bornes) ==
          "aggir-coefficients.csv, ligne 0");
    CHECK(refuse(bons, bornes + "14;H;;14;6\n") == "aggir-seuils.csv, ligne 15");
    CHECK(refuse(bons, bornes.substr(0, bornes.rfind("13;H"))) ==
          "aggir-coefficients.csv, ligne 0");
}

}  // namespace grappe::evaluation::aggir
