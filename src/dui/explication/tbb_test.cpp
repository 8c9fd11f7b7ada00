// What the dashboard TBB.1 says of figures at zero.
#include "dui/explication/tbb.hpp"

#include <doctest/doctest.h>

namespace grappe::explication {
namespace {

using usage::Indicateur;

indicateur::Ligne ligne(std::vector<std::int64_t> numerateurs, std::int64_t denominateur) {
    indicateur::Ligne une{.finess_et = "699000006", .resultats = {}};
    for (const auto& [quel, nom] : names(Indicateur{})) {
        const auto rang = une.resultats.size();
        const bool cible = rang < usage::indicateurs_a_cible.size();
        une.resultats.push_back({.indicateur = quel,
                                 .mesure = {numerateurs.at(rang), cible ? denominateur : 0},
                                 .cible = cible ? std::optional{90} : std::nullopt});
    }
    return une;
}

}  // namespace

TEST_CASE("every indicator above zero: fed") {
    const auto controle = controler(ligne({9, 8, 7, 6, 5, 4, 3}, 10));
    CHECK(controle.alimentation == Alimentation::alimente);
    CHECK(controle.nuls.empty());
}

TEST_CASE("prescriptions and pathways at zero are told and not held against") {
    const auto controle = controler(ligne({9, 8, 7, 6, 5, 0, 0}, 10));
    CHECK(controle.alimentation == Alimentation::alimente);
    CHECK(controle.nuls == std::vector{Indicateur::eprescription, Indicateur::eparcours});
}

TEST_CASE("one indicator with a target at zero: not fed") {
    const auto controle = controler(ligne({9, 8, 7, 6, 0, 4, 3}, 10));
    CHECK(controle.alimentation == Alimentation::non_alimente);
    CHECK(controle.nuls == std::vector{Indicateur::dmp});
}

TEST_CASE("persons but nothing recorded: not fed; nobody and nothing: no activity") {
    CHECK(controler(ligne({0, 0, 0, 0, 0, 0, 0}, 10)).alimentation == Alimentation::non_alimente);
    CHECK(controler(ligne({0, 0, 0, 0, 0, 0, 0}, 0)).alimentation == Alimentation::sans_activite);
    CHECK(controler(ligne({0, 0, 0, 1, 0, 0, 0}, 0)).alimentation == Alimentation::non_alimente);
}

}  // namespace grappe::explication
