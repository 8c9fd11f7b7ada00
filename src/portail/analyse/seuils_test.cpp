// The neighbours: what would change the result, with its amounts.
#include <doctest/doctest.h>

#include "portail/analyse/essai_pour_tests.hpp"

namespace grappe::analyse::tests {
namespace {

bool dit(const std::string& phrase, const std::string& attendu) {
    const bool trouve = phrase.find(attendu) != std::string::npos;
    if (!trouve) MESSAGE(phrase);
    return trouve;
}

// Amounts as French writes them: thin spaces, unbreakable space before the sign.
std::string euros(int milliers, const char* reste) {
    return std::to_string(milliers) + "\u202f" + reste + ",00\u00a0€";
}

}  // namespace

TEST_CASE("one more establishment at 14 reaches the minimum") {
    const Essai essai{{.lots = {{.essms = 14}}}};
    const auto seuil = essai.seuil("Ajouter 1 ESSMS en acquisition");
    CHECK(dit(seuil, "le minimum de 15 ESSMS est atteint"));
    CHECK(dit(seuil, euros(294, "000")));
    CHECK(dit(seuil, euros(315, "000")));
}

TEST_CASE("far below the minimum, the number to add is told") {
    const Essai essai{{.lots = {{.essms = 10}}}};
    CHECK(dit(essai.seuil("Ajouter 5 ESSMS"), "le minimum de 15 ESSMS est atteint"));
}

TEST_CASE("one fewer establishment at 15 loses the minimum") {
    const Essai essai{{}};
    CHECK(dit(essai.seuil("Retirer 1 ESSMS en acquisition"), "n'est plus atteint"));
}

TEST_CASE("from 49 to 50 in two regions the desk becomes national") {
    const Essai essai{{.lots = {{.essms = 48}, {.essms = 1, .departement = "31"}}}};
    const auto seuil = essai.seuil("Ajouter 1 ESSMS en acquisition");
    CHECK(dit(seuil, "le guichet devient national"));
    CHECK(dit(seuil, "+\u00a0" + euros(5, "000")));
    const Essai national{{.lots = {{.essms = 49}, {.essms = 1, .departement = "31"}}}};
    CHECK(dit(national.seuil("Retirer 1 ESSMS en acquisition"), "le guichet devient régional"));
    CHECK(dit(national.seuil("Retirer le seul ESSMS de la région 76"), "régional"));
}

TEST_CASE("at 55 in one region, one establishment elsewhere makes the desk national") {
    const Essai essai{{.lots = {{.essms = 55}}}};
    CHECK(dit(essai.seuil("Ajouter 1 ESSMS d'une autre région"), "le guichet devient national"));
}

TEST_CASE("the regime of one line changes its amount") {
    const Essai essai{{}};
    CHECK(dit(essai.seuil("Passer l'ESSMS"), "−\u00a0" + euros(16, "000")));
}

TEST_CASE("a small body that reaches 15 falls off the cliff") {
    const std::string organisme = R"(, "organismes": [{"finess_ej": "330000001",
        "essms_geres": 14}], "amoa": {"devis": "100000.00"})";
    const Essai essai{
        {.lots = {{.essms = 14, .plus = R"(, "devis_materiel": "10000.00")"}}, .plus = organisme}};
    CHECK(essai.total().text() == "345882.35");
    const auto seuil = essai.seuil("Si l'organisme 330000001 gérait 15 ESSMS");
    CHECK(dit(seuil, "il n'est plus un petit organisme"));
    CHECK(dit(seuil, euros(294, "000")));
    // One more of its establishments makes it large as well.
    CHECK(dit(essai.seuil("Ajouter 1 ESSMS en acquisition"), euros(315, "000")));
}

TEST_CASE("an excluded establishment can be withdrawn or put right") {
    const Essai essai{{.lots = {{.essms = 14}, {.essms = 1, .categorie = "355"}}}};
    CHECK(dit(essai.seuil("Retirer de la liste l'ESSMS exclu"), "ne changent pas"));
    CHECK(dit(essai.seuil("Régulariser"), "le minimum de 15 ESSMS est atteint"));
}

TEST_CASE("the date: days left, next window, after the last") {
    CHECK(dit(Essai{{}}.seuil("Déposer après le 24 mai 2024 (il reste 84 jours"),
              "la fenêtre suivante, du 25 mai 2024 au 15 septembre 2024"));
    const Essai derniere{{.depose_le = "2024-09-15T12:00:00+02:00"}};
    CHECK(dit(derniere.seuil("Déposer après le 15 septembre 2024"), "irrecevable"));
    const Essai tot{{.depose_le = "2024-01-01T12:00:00+01:00"}};
    CHECK(dit(tot.seuil("Déposer entre le 15 janvier 2024"), "à temps"));
    const Essai tard{{.depose_le = "2024-10-01T12:00:00+02:00"}};
    CHECK(dit(tard.seuil("Avoir déposé entre le 25 mai 2024"), "à temps"));
}

TEST_CASE("a software not referenced yet") {
    const Essai essai{{.solution = R"({"nom": "Exemple", "dsr": "MS1", "referencee_le": null,
                        "referencement_en_cours": false})"}};
    CHECK(essai.analyse.issue == IssueDossier::irrecevable);
    CHECK(dit(essai.seuil("Si la solution était référencée"), "SOL-02 est satisfaite"));
    CHECK(Essai{{}}.seuil("Si la solution").empty());
}

TEST_CASE("without establishment, the minimum is all there is to tell") {
    const Essai essai{{.lots = {}}};
    CHECK(dit(essai.seuil("Présenter au moins 15 ESSMS"), "est atteint"));
}

}  // namespace grappe::analyse::tests
