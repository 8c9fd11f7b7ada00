// The shipped scales are what their texts say; a scale at fault tells all its faults.
#include "dui/evaluation/grille.hpp"

#include <algorithm>
#include <set>

#include "core/csv.hpp"
#include "dui/evaluation/essai_pour_tests.hpp"
#include "dui/evaluation/lecture_grille.hpp"

namespace grappe::evaluation {
namespace {

using tests::grille;

std::string fautes_de(const std::string& toml) {
    const auto lue = lire_grille(toml);
    const auto* fautes = std::get_if<saisie::Fautes>(&lue);
    return fautes == nullptr ? "" : tests::dites(*fautes);
}

const std::string tete = "cle = \"x-1\"\ntitre = \"X\"\nsource = \"essai\"\n";

}  // namespace

TEST_CASE("AGGIR has the law's 17 variables: 10 discriminating, 8 that count, 7 illustrative") {
    const auto& aggir = grille("aggir-pa-1");
    CHECK(aggir.variables.size() == 17);
    CHECK(std::ranges::count(aggir.variables, Genre::illustrative, &Variable::genre) == 7);
    CHECK(std::ranges::count(aggir.variables, true, &Variable::requise) == 8);
    CHECK(aggir.criteres.size() == 4);
    CHECK(aggir.codage == Codage{});
    CHECK(aggir.variable("HABILLAGE")->sous_variables.size() == 3);
}

TEST_CASE("scales that compute a GIR count the eight variables in the order of the law") {
    for (const auto* cle : {"aggir-pa-1", "aggir-ssiad-ph-1"}) {
        CAPTURE(cle);
        std::vector<std::string> comptees;
        for (const auto& une : grille(cle).variables)
            if (!une.compte_comme.empty()) comptees.push_back(une.compte_comme);
        CHECK(std::ranges::equal(comptees, aggir::variables));
    }
}

TEST_CASE("national scales have the codes of the guide, and only they have") {
    CHECK(grille("aggir-ssiad-ph-1").codage == Codage{"MED-1292", "1.2.250.1.213.1.1.5.802", ""});
    CHECK(grille("aggir-ssiad-pa-1").codage.code == "MED-1293");
    CHECK(grille("situation-ssiad-1").codage.code == "MED-1290");
    CHECK(grille("serafin-besoins-1").codage.code == "MED-1291");
    CHECK(grille("situation-ssiad-1").variables.size() == 8);
    CHECK(grille("aggir-ssiad-pa-1").variables.size() == 15);
    CHECK(grille("aggir-ssiad-pa-1").variable("d5300")->codage.lien ==
          "assurer-regulation-miction");
    CHECK(grille("mmse-1").variables.empty());
}

TEST_CASE("the scale of needs holds each need of the nomenclature below its axis") {
    std::ifstream flux{std::string{GRAPPE_ROOT} + "/donnees/nomenclatures/serafin-ph.csv"};
    const std::string texte{std::istreambuf_iterator<char>{flux}, {}};
    std::set<std::string> besoins, dits;
    for (core::CsvReader lecteur{texte, ';'}; *lecteur.next();)
        if (lecteur.fields()[3] == "BESOIN" && lecteur.fields()[0] != "1")
            besoins.insert(std::string{lecteur.fields()[0]} + std::string{lecteur.fields()[5]});
    for (const auto& une : grille("serafin-besoins-1").variables) {
        dits.insert(une.codage.code + une.libelle);
        for (const auto& sous : une.sous_variables) dits.insert(sous.codage.code + sous.libelle);
    }
    CHECK(dits == besoins);
    CHECK(dits.size() == 34);
}

TEST_CASE("a scale at fault tells all its faults at once") {
    CHECK(fautes_de("cle = \"été\"\ncalcul = \"moyenne\"\ncouleur = 1\n"
                    "[[variables]]\ncle = \"A\"\nlibelle = \"a\"\ngenre = \"autre\"\n"
                    "requise = \"oui\"\n"
                    "[[variables]]\ncle = \"A\"\nlibelle = \"b\"\ngenre = \"illustrative\"\n"
                    "requise = false\n") ==
          "cle evaluation.grille.cle\n"
          "titre saisie.requis\n"
          "source saisie.requis\n"
          "calcul saisie.mot\n"
          "resultat saisie.requis\n"
          "variables[0].genre saisie.mot\n"
          "variables[0].requise saisie.attendu_booleen\n"
          "variables[1].cle saisie.doublon\n"
          "couleur saisie.inconnu\n"
          "modalites evaluation.grille.sans_modalite\n");
    CHECK(fautes_de("cle = [").find("saisie.syntaxe") != std::string::npos);
}

TEST_CASE("what no single value shows is checked too") {
    CHECK(fautes_de(tete + "calcul = \"aucun\"\nresultat = \"rien\"\n") ==
          "variables evaluation.grille.rien_a_coter\n");
    CHECK(
        fautes_de(tete + "calcul = \"aucun\"\nresultat = \"score\"\nminimum = 3\nmaximum = 2\n") ==
        "minimum evaluation.grille.bornes\n");
    CHECK(fautes_de(tete + "calcul = \"somme\"\nresultat = \"gir\"\n"
                           "[[modalites]]\ncle = \"0\"\nlibelle = \"non\"\n")
              .starts_with("modalites[0].valeur evaluation.grille.valeur\n"
                           "resultat evaluation.grille.resultat\n"));
    const auto aggir = fautes_de(tete +
                                 "calcul = \"aggir_gir\"\nresultat = \"gir\"\n"
                                 "selon_criteres = [\"A\"]\n"
                                 "[[modalites]]\ncle = \"A\"\nlibelle = \"seul\"\n"
                                 "[[variables]]\ncle = \"v\"\nlibelle = \"v\"\n"
                                 "genre = \"discriminante\"\nrequise = false\n"
                                 "compte_comme = \"COHERENCE\"\n");
    CHECK(
        aggir.starts_with("variables[0].requise evaluation.grille.requise\n"
                          "selon_criteres evaluation.grille.selon_criteres\n"
                          "variables evaluation.grille.aggir_variable\n"));
    CHECK(aggir.ends_with("modalites evaluation.grille.aggir_modalites\n"));
}

}  // namespace grappe::evaluation
