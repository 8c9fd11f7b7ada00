// What an evaluation comes to, in French, and what changed between two.
#include "dui/evaluation/resultat.hpp"

#include "dui/evaluation/comparaison.hpp"
#include "dui/evaluation/essai_pour_tests.hpp"
#include "dui/evaluation/lecture_grille.hpp"

namespace grappe::evaluation {
namespace {

using tests::aggir_de;
using tests::dits;
using tests::grille;

Resultat resultat_de(const Evaluation& une) {
    return resulter(grille(une.grille.c_str()), tests::outils().bareme, une);
}

std::string explication_de(const Evaluation& une) {
    return dits(expliquer(grille(une.grille.c_str()), resultat_de(une)));
}

std::string comparaison(const Evaluation& une, const Evaluation& autre) {
    const auto &de_l_une = resultat_de(une), &de_l_autre = resultat_de(autre);
    const auto dit = comparer(grille(une.grille.c_str()), {une, de_l_une}, {autre, de_l_autre});
    return dit ? dits(*dit) : dit.error().code;
}

}  // namespace

TEST_CASE("a GIR is explained group by group, to the threshold") {
    const auto une = aggir_de("CCCCCCCC");
    CHECK(resultat_de(une).valeur == 1);
    CHECK(
        explication_de(une) ==
        "Groupe A : Cohérence C 2\u202f000, Orientation C 1\u202f200, Toilette C 40, Habillage C "
        "40, "
        "Alimentation C 60, Élimination C 100, Transferts C 800, Déplacement à l'intérieur C 200 ; "
        "somme 4\u202f440.\n4\u202f440 atteint le seuil de 4\u202f380 : rang 1, GIR 1.\n");
    const auto autonome = explication_de(aggir_de("AAAAAAAA"));
    CHECK(autonome.starts_with("Groupe A : rien ne pèse ; somme 0.\n0 reste sous 3\u202f390"));
    CHECK(autonome.ends_with("Aucun seuil n'est atteint : rang 13, GIR 6.\n"));
}

TEST_CASE("an incomplete scale has no GIR and says what is missing") {
    auto une = aggir_de("AAAAAAAA");
    une.reponses.erase("TOILETTE");
    une.reponses["DEPL_INT"].cotation.modalite.reset();
    const auto resultat = resultat_de(une);
    CHECK_FALSE(resultat.valeur);
    CHECK_FALSE(resultat.est_complet());
    CHECK(explication_de(une) ==
          "Pas de GIR : il manque les cotations de Toilette, Déplacement à l'intérieur.\n");
}

TEST_CASE("illustrative variables and those that weigh nothing never change a GIR") {
    auto une = aggir_de("BABABABA");
    const auto sans = resultat_de(une).valeur;
    for (const auto& variable : grille("aggir-pa-1").variables)
        if (variable.compte_comme.empty()) une.reponses[variable.cle].cotation.modalite = "C";
    CHECK(resultat_de(une).valeur == sans);
}

TEST_CASE("the scale of a SSIAD for disability computes the same GIR from its own variables") {
    for (const std::string lettres : {"CCCCCCCC", "AAAAAAAA", "BACABCCA", "ABABABAB"}) {
        Evaluation une{.grille = "aggir-ssiad-ph-1", .date = tests::le("2026-03-02")};
        std::size_t i = 0;
        for (const auto& variable : grille("aggir-ssiad-ph-1").variables)
            if (i < lettres.size())
                une.reponses[variable.cle].cotation.modalite = std::string(1, lettres[i++]);
        CHECK(resultat_de(une).valeur == resultat_de(aggir_de(lettres)).valeur);
    }
}

TEST_CASE("four yes suggest A, four no C, anything between B; the letter said stands") {
    const auto& aggir = grille("aggir-pa-1");
    for (int bits = 0; bits < 16; ++bits) {
        Cotation une;
        int rang = 0;
        for (const auto& critere : aggir.criteres)
            une.criteres[critere.cle] = ((bits >> rang++) & 1) != 0;
        CHECK(suggeree(aggir, une) == (bits == 15 ? "A" : bits == 0 ? "C" : "B"));
        une.criteres.erase(une.criteres.begin());
        CHECK_FALSE(suggeree(aggir, une));
    }
    auto une = aggir_de("AAAAAAAA");
    for (const auto& critere : aggir.criteres)
        une.reponses["TOILETTE"].cotation.criteres[critere.cle] = false;
    CHECK(resultat_de(une).valeur == 6);
    CHECK(explication_de(une).ends_with(
        "À revoir, Toilette : cotée A, alors que ses critères donnent C.\n"));
}

TEST_CASE("a sum adds the values of what counts, and is explained") {
    const auto lue = lire_grille(
        "cle = \"x-1\"\ntitre = \"X\"\nsource = \"essai\"\ncalcul = \"somme\"\n"
        "resultat = \"score\"\n"
        "[[modalites]]\ncle = \"peu\"\nlibelle = \"peu\"\nvaleur = -1\n"
        "[[modalites]]\ncle = \"bien\"\nlibelle = \"bien\"\nvaleur = 3\n"
        "[[variables]]\ncle = \"a\"\nlibelle = \"Dort\"\ngenre = \"discriminante\"\n"
        "requise = true\n"
        "[[variables]]\ncle = \"b\"\nlibelle = \"Mange\"\ngenre = \"discriminante\"\n"
        "requise = false\n"
        "[[variables]]\ncle = \"c\"\nlibelle = \"Chante\"\ngenre = \"illustrative\"\n"
        "requise = false\n");
    REQUIRE(std::holds_alternative<Grille>(lue));
    const auto& x = std::get<Grille>(lue);
    Evaluation une{.grille = "x-1", .date = tests::le("2026-03-02")};
    une.reponses["c"].cotation.modalite = "bien";
    const auto& bareme = tests::outils().bareme;
    CHECK(dits(expliquer(x, resulter(x, bareme, une))) ==
          "Pas de score : il manque la cotation de Dort.\n");
    une.reponses["a"].cotation.modalite = "bien";
    une.reponses["b"].cotation.modalite = "peu";
    CHECK(dits(expliquer(x, resulter(x, bareme, une))) == "Score 2 : Dort 3, Mange -1.\n");
}

TEST_CASE("a result that nothing computes is the one given") {
    Evaluation une{.grille = "mmse-1", .date = tests::le("2026-03-02")};
    CHECK(explication_de(une) == "Pas de résultat : il est donné par l'évaluateur.\n");
    une.resultat = 21;
    CHECK(explication_de(une) == "Score 21, donné par l'évaluateur.\n");
    une.grille = "aggir-ssiad-pa-1";
    une.resultat = 3;
    CHECK(explication_de(une) == "GIR 3, donné par l'évaluateur.\n");
    CHECK(explication_de({.grille = "situation-ssiad-1", .date = une.date}).empty());
}

TEST_CASE("two evaluations are compared in the order of their days, whatever the order given") {
    auto avant = aggir_de("AAAAAAAA", "2025-03-02");
    auto apres = aggir_de("AACAAAAA", "2026-03-02");
    avant.reponses["TOILETTE"].cotation.criteres["totalement"] = true;
    apres.reponses["TOILETTE"].cotation.criteres["totalement"] = false;
    apres.reponses["TOILETTE"].sous_variables["haut"].modalite = "C";
    avant.reponses["ACHATS"].cotation.modalite = "B";
    const std::string dit =
        "GIR 6 le 2 mars 2025, GIR 5 le 2 mars 2026.\n"
        "Toilette : de A (fait seul) à C (ne fait pas).\n"
        "Toilette, fait totalement : oui avant, non maintenant.\n"
        "Toilette (le haut) : C (ne fait pas), pas encore cotée avant.\n"
        "Achats : plus cotée, B (fait en partie) avant.\n";
    CHECK(comparaison(avant, apres) == dit);
    CHECK(comparaison(apres, avant) == dit);
}

TEST_CASE("nothing changed, no result, another scale: each is said") {
    CHECK(comparaison(aggir_de("BBBBBBBB", "2025-03-02"), aggir_de("BBBBBBBB")) ==
          "GIR 4, le 2 mars 2025 comme le 2 mars 2026.\n"
          "Aucune variable n'a changé entre le 2 mars 2025 et le 2 mars 2026.\n");
    CHECK(comparaison(aggir_de("B", "2025-03-02"), aggir_de("BB"))
              .starts_with("L'une des deux évaluations, du 2 mars 2025 et du 2 mars 2026"));
    Evaluation autre{.grille = "mmse-1", .date = tests::le("2026-03-02")};
    CHECK(comparaison(aggir_de("B"), autre) == "evaluation.grilles_differentes");
}

}  // namespace grappe::evaluation
