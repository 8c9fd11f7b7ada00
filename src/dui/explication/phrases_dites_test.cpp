// Every reason, act, outcome and state has its French sentence.
#include "dui/explication/phrases_dites.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "dui/explication/tbb.hpp"

namespace grappe::explication {
namespace {

rules::Phrases phrases() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    return rules::Phrases::charger(std::string{std::istreambuf_iterator{fichier}, {}}).value();
}

core::Date jour(std::string_view texte) { return core::Date::parse(texte).value(); }

Prevision prevision(Issue issue) {
    return {.issue = issue,
            .depuis = jour("2024-09-30"),
            .points = {},
            .pente = core::Fraction{52, 70'000},
            .pente_basse = core::Fraction{0, 1},
            .pente_haute = core::Fraction{1, 700},
            .jour = jour("2024-11-14"),
            .au_plus_tot = jour("2024-11-02"),
            .au_plus_tard = jour("2024-12-20")};
}

}  // namespace

TEST_CASE("each act, reason with its day, place and state has its sentence") {
    const auto dites = phrases();
    for (const auto& [geste, nom] : names(Geste{})) CHECK_FALSE(dit(geste, dites).empty());
    for (const auto& [motif, nom] : names(usage::Motif{}))
        if (dites.contient("explication.jour." + std::string{nom}))
            CHECK(dite({motif, jour("2024-05-03")}, dites).find("3 mai 2024).") !=
                  std::string::npos);
    for (const auto& [place, nom] : names(Place{}))
        CHECK(dites.contient("explication.titre." + std::string{nom}));
    for (const auto& [etat, nom] : names(Alimentation{}))
        CHECK(dites.contient("explication.tbb." + std::string{nom}));
    for (const auto un : usage::indicateurs_a_cible)
        CHECK(dites.contient("explication.manque." + std::string{core::name_of(un)}));
}

TEST_CASE("a forecast is one sentence, its spread in it") {
    const auto dites = phrases();
    for (const auto& [issue, nom] : names(Issue{}))
        CHECK(dite(prevision(issue), dites).ends_with("."));
    const auto prevue = dite(prevision(Issue::prevue), dites);
    CHECK(prevue.find("+ 0,52 point par semaine") != std::string::npos);
    CHECK(
        prevue.ends_with("le 14 novembre 2024, entre le 2 novembre 2024 et le 20 décembre 2024."));
    auto ouverte = prevision(Issue::prevue);
    ouverte.au_plus_tard.reset();
    CHECK(
        dite(ouverte, dites).ends_with("au plus tôt le 2 novembre 2024, sans date au plus tard."));
    CHECK(rythme_dit(core::Fraction{-210, 70'000}, dites) == "− 2,10 points par semaine");
    CHECK(rythme_dit(core::Fraction{}, dites) == "stable");
}

}  // namespace grappe::explication
