// Worked examples of catalogue 2.5 and 2.6, and the sizes of bodies.
#include <doctest/doctest.h>

#include "portail/subvention/grappe_pour_tests.hpp"

namespace grappe::subvention {

using core::Money;
using programme::Regime;
using rules::Issue;
using rules::RegleId;

namespace {

Grappe au_maximum(Regime regime, int essms) {
    Grappe grappe{na_2024()};
    for (int i = 0; i < essms; ++i) grappe.ajouter(regime);
    grappe.petits_organismes().devis("10000.00", "100000.00");
    return grappe;
}

}  // namespace

TEST_CASE("the specific aid is held by 15 % of the total, read both ways (2.5)") {
    struct Cas {
        Regime regime;
        int essms;
        const char *specifique, *total, *sur_forfaits, *total_sur_forfaits;
    };
    const auto a = Regime::acquisition;
    const auto v = Regime::montee_de_version;
    const Cas cas[] = {
        {a, 8, "29647.05", "197647.05", "25200.00", "193200.00"},
        {a, 15, "55588.23", "370588.23", "47250.00", "362250.00"},
        {a, 20, "74117.64", "494117.64", "63000.00", "483000.00"},
        {a, 27, "100058.82", "667058.82", "85050.00", "652050.00"},
        {a, 32, "118588.23", "790588.23", "100800.00", "772800.00"},
        {a, 49, "181588.23", "1210588.23", "154350.00", "1183350.00"},
        {a, 60, "191294.11", "1275294.11", "162600.00", "1246600.00"},
        {v, 15, "13235.29", "88235.29", "11250.00", "86250.00"},
        {v, 49, "43235.29", "288235.29", "36750.00", "281750.00"},
        {v, 60, "47117.64", "314117.64", "40050.00", "307050.00"},
    };
    for (const auto& c : cas) {
        CAPTURE(c.essms);
        auto grappe = au_maximum(c.regime, c.essms);
        const auto t1 = grappe.calculer();
        CHECK(t1.specifique.text() == c.specifique);
        CHECK(total(t1) == c.total);
        CHECK(constat_de(t1, RegleId::fin_08).issue == Issue::alerte);
        grappe.appel.assiette_plafond = programme::AssiettePlafond::forfaits_seuls;
        const auto t2 = grappe.calculer();
        CHECK(t2.specifique.text() == c.sur_forfaits);
        CHECK(total(t2) == c.total_sur_forfaits);
    }
}

TEST_CASE("hardware and AMOA are cut in proportion, lines follow the quotes") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(20).petits_organismes().devis("6200.00", "84000.00");
    const auto calcul = grappe.calculer();
    CHECK(calcul.specifique.text() == "74117.64");
    Money materiel, amoa;
    for (const auto& ligne : calcul.lignes) {
        materiel += ligne.materiel;
        amoa += ligne.amoa;
    }
    CHECK(materiel.text() == "44185.52");  // 74,117.64 × 124,000 / 208,000 = 44,185.516…
    CHECK(amoa.text() == "29932.12");
    CHECK(calcul.lignes[0].materiel.text() == "2209.28");
    CHECK(calcul.lignes[0].amoa.text() == "1496.61");
    CHECK(calcul.lignes[19].amoa.text() == "1496.60");
}

TEST_CASE("an odd cent of the ceiling goes to the hardware when both are cut alike") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(8).petits_organismes().devis("10000.00", "80000.00");
    const auto calcul = grappe.calculer();
    CHECK(calcul.specifique.text() == "29647.05");
    Money materiel;
    for (const auto& ligne : calcul.lignes) materiel += ligne.materiel;
    CHECK(materiel.text() == "14823.53");
}

TEST_CASE("Île-de-France 2023 gives flats and no ceiling (2.5)") {
    Grappe grappe{idf_2023()};
    grappe.acquisitions(20).petits_organismes().devis("1.00", "1.00");
    CHECK(total(grappe.calculer()) == "920000.00");
    grappe.devis("0.00", "0");
    CHECK(total(grappe.calculer()) == "420000.00");
}

TEST_CASE("only the establishments of small bodies receive hardware; a mixed AMOA is appraised") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(18).devis("10000.00", "100000.00");
    for (std::size_t i = 16; i < 18; ++i) grappe.membres[i].finess_ej = "330780082";
    grappe.organisme("330780081", 16);
    grappe.organisme("330780082", 2);
    const auto calcul = grappe.calculer();
    CHECK(calcul.specifique.text() == "20000.00");
    CHECK(calcul.lignes[17].materiel.text() == "10000.00");
    CHECK(constat_de(calcul, RegleId::fin_07).issue == Issue::a_apprecier);
    const auto* accordee = variante(calcul, "amoa_mixte", "accordee");
    REQUIRE(accordee);
    CHECK(accordee->total.text() == "444705.88");  // 378,000 + 3/17 of it: the ceiling bites
    bool trouvee = false;
    for (const auto& etape : calcul.lignes[0].trace)
        trouvee |= etape.phrase == "subvention.ligne.materiel_grand_organisme";
    CHECK(trouvee);
}

TEST_CASE("a large body alone has no AMOA, without appraisal") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(15).devis("10000.00", "100000.00").organisme("330780081", 22);
    const auto calcul = grappe.calculer();
    CHECK(calcul.specifique == Money{});
    CHECK(constat_de(calcul, RegleId::fin_07).issue == Issue::sans_objet);
    CHECK(constat_de(calcul, RegleId::fin_06).issue == Issue::sans_objet);
}

TEST_CASE("a body is small under 15 ESSMS, under 8 when all are in Corse or overseas") {
    struct Cas {
        int geres, lointains;
        const char* specifique;
    };
    const Cas cas[] = {{14, 0, "20000.00"},
                       {15, 0, "0.00"},
                       {7, 5, "20000.00"},
                       {8, 5, "0.00"},
                       {8, 4, "20000.00"}};
    for (const auto& c : cas) {
        CAPTURE(c.geres);
        CAPTURE(c.lointains);
        Grappe grappe{na_2024()};
        grappe.acquisitions(5).devis("4000.00", "0").organisme("330780081", c.geres);
        for (int i = 0; i < c.lointains; ++i)
            grappe.membres[static_cast<std::size_t>(i)].corse_ou_outre_mer = true;
        grappe.appel.plafond_specifique.valeur = core::Rate{9, 10};
        CHECK(grappe.calculer().specifique.text() == c.specifique);
    }
}

TEST_CASE("a body declared below its lines alerts and the larger number counts") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(15).devis("100.00", "0").organisme("330780081", 3);
    const auto calcul = grappe.calculer();
    CHECK(constat_de(calcul, RegleId::grp_09).issue == Issue::alerte);
    CHECK(calcul.specifique == Money{});
}

TEST_CASE("an unknown size with a quote is asked for and shown as a variant") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(5).devis("100.00", "500.00");
    const auto calcul = grappe.calculer();
    CHECK(calcul.specifique == Money{});
    CHECK(constat_de(calcul, RegleId::grp_09).issue == Issue::manque);
    const auto* petit = variante(calcul, "taille_organisme", "petit");
    REQUIRE(petit);
    CHECK(petit->total.text() == "106000.00");
    grappe.devis("0", "0");
    CHECK(constat_de(grappe.calculer(), RegleId::grp_09).issue == Issue::sans_objet);
}

TEST_CASE("VAT is asked for when there is a quote; a small body without quote is told") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(5).devis("100.00", "0").organisme("330780081", 5);
    CHECK(constat_de(grappe.calculer(), RegleId::fin_11).issue == Issue::conforme);
    CHECK(constat_de(grappe.calculer(), RegleId::doc_17).issue == Issue::conforme);
    grappe.dossier.porteur.recupere_tva = {};
    CHECK(constat_de(grappe.calculer(), RegleId::fin_11).issue == Issue::manque);
    grappe.membres[2].saisi.devis_materiel = {};
    CHECK(constat_de(grappe.calculer(), RegleId::doc_17).issue == Issue::alerte);
}

TEST_CASE("the advance is rounded down; expenses limit the specific part of the balance (2.6)") {
    auto grappe = au_maximum(Regime::acquisition, 15);
    const auto sans = grappe.calculer();
    CHECK(sans.avance.text() == "185294.11");
    CHECK(sans.solde.text() == "185294.12");
    const auto avec_depenses = [&](const char* materiel, const char* amoa) {
        grappe.dossier.depenses =
            dossier::Depenses{.materiel = *Money::parse(materiel), .amoa = *Money::parse(amoa)};
        return grappe.calculer();
    };
    // Specific 55,588.23: hardware 33,352.94 and AMOA 22,235.29; advance on it 27,794.11.
    const auto quarante_mille = avec_depenses("20000.00", "20000.00");
    CHECK(quarante_mille.solde.text() == "169705.89");  // less 15,588.23
    CHECK(constat_de(quarante_mille, RegleId::fin_10).issue == Issue::alerte);
    const auto vingt_mille = avec_depenses("20000.00", "0.00");
    CHECK(vingt_mille.solde.text() == "157500.00");  // the flats' own half; 7,794.11 overpaid
    Grappe saad{na_2024()};
    saad.saad(Regime::acquisition, 73'333, 100'000);
    CHECK(saad.calculer().avance.text() == "7699.96");
    CHECK(saad.calculer().solde.text() == "7699.97");
}

}  // namespace grappe::subvention
