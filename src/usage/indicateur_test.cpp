// Exact targets, rates as read, sums, and the rule shipped as data.
#include <doctest/doctest.h>

#include <fstream>
#include <limits>

#include "usage/compteurs.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::usage {
namespace {

std::string livree() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/donnees/indicateurs/usage-1.txt"};
    return {std::istreambuf_iterator{fichier}, {}};
}

std::string sans(std::string texte, std::string_view ligne) {
    const auto ou = texte.find(ligne);
    REQUIRE(ou != std::string::npos);
    return texte.erase(ou, texte.find('\n', ou) + 1 - ou);
}

}  // namespace

TEST_CASE("a target is compared with the exact fraction, never with a rounded rate") {
    struct Essai {
        std::int64_t numerateur, denominateur;
        bool atteinte;
        const char* taux;
    };
    const Essai essais[] = {
        {90, 100, true, "90.00"},          {899, 999, false, "89.99"}, {89, 99, false, "89.90"},
        {84, 105, false, "80.00"},         {80, 80, true, "100.00"},   {0, 1, false, "0.00"},
        {89'999, 100'000, false, "90.00"}, {1, 3, false, "33.33"},     {2, 3, false, "66.67"},
        {1, 800, false, "0.13"},           {1, 20'001, false, "0.00"}, {1, 20'000, false, "0.01"},
        {300, 100, true, "300.00"},
    };
    for (const auto& essai : essais) {
        const Mesure mesure{essai.numerateur, essai.denominateur};
        CAPTURE(essai.taux);
        CHECK(mesure.atteinte(90) == essai.atteinte);
        CHECK(mesure.taux() == essai.taux);
    }
}

TEST_CASE("a denominator of zero is not measurable, whatever the numerator") {
    CHECK_FALSE(Mesure{0, 0}.atteinte(90));
    CHECK_FALSE(Mesure{5, 0}.taux());
    CHECK_FALSE(Mesure{5, 0}.mesurable());
}

TEST_CASE("the largest numbers are compared without wrapping") {
    constexpr auto max = std::numeric_limits<std::int64_t>::max();
    CHECK(Mesure{max, max}.atteinte(100) == true);
    CHECK(Mesure{max - 1, max}.atteinte(100) == false);
    CHECK(Mesure{max, max}.taux() == "100.00");
    CHECK(Mesure{max, 1}.taux() == "922337203685477580700.00");
    Compteurs un, autre;
    un[Compteur::mssante] = max;
    autre[Compteur::mssante] = 1;
    CHECK_THROWS_AS(un += autre, core::Bug);
}

TEST_CASE("each reading makes its own fractions") {
    Compteurs c;
    for (std::size_t rang = 0; rang < nombre_de_compteurs; ++rang)
        c.valeurs[rang] = static_cast<std::int64_t>(rang) + 1;
    using enum Indicateur;
    CHECK(mesure(c, dossiers_actifs, Denominateur::fenetre) == Mesure{4, 1});
    CHECK(mesure(c, dossiers_actifs, Denominateur::file_active) == Mesure{4, 2});
    CHECK(mesure(c, dossiers_actifs, Denominateur::presents) == Mesure{5, 3});
    CHECK(mesure(c, projet_personnalise, Denominateur::file_active) == Mesure{6, 4});
    CHECK(mesure(c, projet_personnalise, Denominateur::presents) == Mesure{7, 5});
    CHECK(mesure(c, evenement_agenda, Denominateur::fenetre) == Mesure{8, 4});
    CHECK(mesure(c, evenement_agenda, Denominateur::presents) == Mesure{9, 5});
    CHECK(mesure(c, dmp, Denominateur::fenetre) == Mesure{13, 10});
    CHECK(mesure(c, mssante, Denominateur::file_active) == Mesure{14, 11});
    CHECK(mesure(c, mssante, Denominateur::presents) == Mesure{14, 12});
    CHECK_THROWS_AS(mesure(c, eparcours, Denominateur::presents), core::Bug);
}

TEST_CASE("the shipped rule gives the window and the targets of the text") {
    const auto regle = RegleDUsage::lire(livree()).value();
    CHECK(regle.version() == "usage-1");
    const auto jour = core::Date::parse("2024-09-30").value();
    const auto parametres = regle.au(jour);
    CHECK(parametres.fenetre_en_mois == 3);
    CHECK(parametres.cible(Indicateur::dossiers_actifs) == 90);
    CHECK(parametres.cible(Indicateur::projet_personnalise) == 90);
    CHECK(parametres.cible(Indicateur::evenement_agenda) == 90);
    CHECK(parametres.cible(Indicateur::mssante) == 70);
    CHECK(parametres.cible(Indicateur::dmp) == 70);
    CHECK_FALSE(parametres.cible(Indicateur::eprescription));
    CHECK(parametres.cibles.front().source.find("§5") != std::string::npos);
}

TEST_CASE("a dated fact holds from its day on") {
    const auto texte = livree() + "cible.dmp | 2026-01-01 | 75 | essai\n";
    const auto regle = RegleDUsage::lire(texte).value();
    const auto le = [&](const char* jour) {
        return regle.au(core::Date::parse(jour).value()).cible(Indicateur::dmp);
    };
    CHECK(le("2025-12-31") == 70);
    CHECK(le("2026-01-01") == 75);
}

TEST_CASE("a rule that lacks a fact, tells one twice or tells nonsense is not read") {
    CHECK_FALSE(RegleDUsage::lire(""));
    for (const char* debut : {"version |", "fenetre_en_mois |", "cible.dmp |"})
        CHECK_FALSE(RegleDUsage::lire(sans(livree(), debut)));
    for (const char* ligne :
         {"cible.dmp | * | 70 | deux fois\n", "cible.dmp | 2026-02-30 | 70 | jour\n",
          "cible.dmp | 2026-01-01 | beaucoup | x\n", "cible.dmp | 2026-01-01 | 0 | x\n",
          "cible.autre | 2026-01-01 | 70 | x\n", "cible.dmp | 2026-01-01 | 70 |\n",
          "cible.dmp | 2026-01-01 | 70\n", "fenetre_en_mois | 2026-01-01 | 1000 | x\n"}) {
        CAPTURE(ligne);
        const auto lue = RegleDUsage::lire(livree() + ligne);
        REQUIRE_FALSE(lue);
        CHECK(lue.error().code == "usage.regle_illisible");
    }
}

}  // namespace grappe::usage
