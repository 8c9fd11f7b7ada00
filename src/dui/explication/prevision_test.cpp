// Forecasts on the cases of tests/explication/prevision.cas, and what holds of any series.
#include "dui/explication/prevision.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

namespace grappe::explication {
namespace {

core::Date jour(std::string_view texte) { return core::Date::parse(texte).value(); }

struct Cas {
    std::string nom;
    int cible = 0;
    std::vector<Point> points;
    std::string attendu;
};

usage::Mesure mesure(const std::string& mot) {
    const auto barre = mot.find('/');
    return {std::stoll(mot.substr(0, barre)), std::stoll(mot.substr(barre + 1))};
}

void lire(Cas& cas, std::istringstream& mots) {
    std::string premier;
    mots >> premier;
    if (premier == "cible") mots >> cas.cible;
    if (premier == "=>") {
        std::getline(mots >> std::ws, cas.attendu);
        return;
    }
    if (premier != "mesures") return;
    std::string debut, mot;
    int pas = 0;
    mots >> debut >> pas;
    for (int n = 0; mots >> mot; ++n)
        cas.points.push_back({jour(debut).plus_days(n * pas), mesure(mot)});
}

std::vector<Cas> tous_les_cas() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/tests/explication/prevision.cas"};
    std::vector<Cas> tous;
    for (std::string ligne; std::getline(fichier, ligne);) {
        if (ligne.starts_with("cas ")) tous.push_back({.nom = ligne.substr(4)});
        std::istringstream mots{ligne};
        if (ligne.starts_with("  ")) lire(tous.back(), mots);
    }
    return tous;
}

std::string en_mots(const Prevision& une) {
    const auto dit = [](const std::optional<core::Date>& quand) {
        return quand ? quand->text() : std::string{"-"};
    };
    std::string mots{core::name_of(une.issue)};
    if (une.jour) mots += " le " + dit(une.jour);
    if (une.jour || une.au_plus_tot) mots += " tot " + dit(une.au_plus_tot);
    if (une.jour) mots += " tard " + dit(une.au_plus_tard);
    return mots;
}

std::vector<Point> une_serie(std::mt19937& hasard) {
    const auto sous = [&](unsigned borne) { return static_cast<std::int64_t>(hasard() % borne); };
    std::vector<Point> points;
    const auto combien = 1 + sous(13), milieu = sous(120);
    for (std::int64_t n = 0; n < combien; ++n) {
        const auto denominateur = sous(12) == 0 ? 0 : 60 + sous(60);
        points.push_back(
            {jour("2024-07-08").plus_days(static_cast<int>(7 * n)),
             {denominateur == 0 ? 0 : std::max<std::int64_t>(0, milieu + sous(20) - 10),
              denominateur}});
    }
    return points;
}

// The value that a line through the last point would have that day.
core::Fraction valeur_au(const Prevision& une, const core::Fraction& pente, core::Date quand) {
    const auto& derniere = une.points.back().mesure;
    return core::Fraction{derniere.numerateur, derniere.denominateur} +
           pente * core::Fraction::whole((quand.days() - une.depuis.days()).count());
}

}  // namespace

TEST_CASE("each case of tests/explication/prevision.cas is forecast as it says") {
    const auto tous = tous_les_cas();
    CHECK(tous.size() >= 20);
    for (const auto& cas : tous) {
        CAPTURE(cas.nom);
        CHECK(en_mots(prevoir(cas.points, cas.cible)) == cas.attendu);
    }
}

TEST_CASE("a forecast day is the first one at the target, and the spread holds it") {
    std::mt19937 hasard{20240930};
    int prevues = 0, menacees = 0;
    for (int tour = 0; tour < 20'000; ++tour) {
        const auto points = une_serie(hasard);
        const auto une = prevoir(points, 90);
        const core::Fraction cible{90, 100};
        if (une.issue == Issue::prevue) {
            ++prevues;
            REQUIRE(valeur_au(une, *une.pente, *une.jour) >= cible);
            REQUIRE(valeur_au(une, *une.pente, une.jour->plus_days(-1)) < cible);
            REQUIRE(*une.au_plus_tot <= *une.jour);
            if (une.au_plus_tard) REQUIRE(*une.jour <= *une.au_plus_tard);
        }
        if (une.issue == Issue::menacee) {
            ++menacees;
            REQUIRE(valeur_au(une, *une.pente, *une.jour) < cible);
            REQUIRE(valeur_au(une, *une.pente, une.jour->plus_days(-1)) >= cible);
            REQUIRE(*une.au_plus_tot <= *une.jour);
            if (une.au_plus_tard) REQUIRE(*une.jour <= *une.au_plus_tard);
        }
        const auto atteinte = points.back().mesure.atteinte(90);
        REQUIRE((une.issue == Issue::non_mesurable) == !atteinte.has_value());
        if (atteinte)
            REQUIRE(*atteinte == (une.issue == Issue::atteinte || une.issue == Issue::menacee));
        if (une.pente) REQUIRE(*une.pente_basse <= *une.pente);
        if (une.pente) REQUIRE(*une.pente <= *une.pente_haute);
    }
    CHECK(prevues > 500);
    CHECK(menacees > 100);
}

TEST_CASE("a steeper past never gives a later day") {
    for (std::int64_t pas = 1; pas < 10; ++pas) {
        std::vector<Point> lente, vive;
        for (std::int64_t n = 0; n < 8; ++n) {
            const auto quand = jour("2024-07-08").plus_days(static_cast<int>(7 * n));
            lente.push_back({quand, {500 - pas * (7 - n), 1000}});
            vive.push_back({quand, {500 - (pas + 1) * (7 - n), 1000}});
        }
        CHECK(*prevoir(vive, 55).jour <= *prevoir(lente, 55).jour);
    }
}

TEST_CASE("the counts of the whole country are forecast without leaving the exact numbers") {
    std::vector<Point> points;
    for (std::int64_t n = 0; n < 13; ++n)
        points.push_back({jour("2024-07-08").plus_days(static_cast<int>(7 * n)),
                          {30'000'000 + 500'017 * n, 67'999'999 + 1'001 * n * n}});
    CHECK(prevoir(points, 90).issue == Issue::prevue);
}

}  // namespace grappe::explication
