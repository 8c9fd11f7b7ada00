// Worked examples of catalogue 2.1 to 2.4, 2.7 and 2.8, to the cent.
#include <doctest/doctest.h>

#include "portail/subvention/grappe_pour_tests.hpp"

namespace grappe::subvention {

using programme::ConventionRang;
using programme::Regime;

namespace {

constexpr ConventionRang conventions[] = {
    ConventionRang::par_regime, ConventionRang::commun_acquisitions_dabord,
    ConventionRang::commun_versions_dabord, ConventionRang::commun_ordre_liste,
    ConventionRang::commun_au_prorata};

Grappe alternee(int acquisitions, int versions) {
    Grappe grappe{na_2024()};
    for (int i = 0; i < std::max(acquisitions, versions); ++i) {
        if (i < acquisitions) grappe.acquisitions(1);
        if (i < versions) grappe.versions(1);
    }
    return grappe;
}

}  // namespace

TEST_CASE("one regime: 7,000 + 14,000 or 5,000 up to the 49th, less from the 50th (2.1)") {
    struct Cas {
        int essms;
        const char *usage, *equipement, *acquisition, *version, *avance;
    };
    const Cas cas[] = {
        {1, "7000.00", "14000.00", "21000.00", "5000.00", "10500.00"},
        {8, "56000.00", "112000.00", "168000.00", "40000.00", "84000.00"},
        {14, "98000.00", "196000.00", "294000.00", "70000.00", "147000.00"},
        {15, "105000.00", "210000.00", "315000.00", "75000.00", "157500.00"},
        {48, "336000.00", "672000.00", "1008000.00", "240000.00", "504000.00"},
        {49, "343000.00", "686000.00", "1029000.00", "245000.00", "514500.00"},
        {50, "345000.00", "689000.00", "1034000.00", "247000.00", "517000.00"},
        {51, "347000.00", "692000.00", "1039000.00", "249000.00", "519500.00"},
        {60, "365000.00", "719000.00", "1084000.00", "267000.00", "542000.00"},
        {100, "445000.00", "839000.00", "1284000.00", "347000.00", "642000.00"},
        {120, "485000.00", "899000.00", "1384000.00", "387000.00", "692000.00"},
    };
    for (const auto& c : cas) {
        CAPTURE(c.essms);
        Grappe acquisition{na_2024()};
        const auto calcul = acquisition.acquisitions(c.essms).calculer();
        CHECK(calcul.usage.text() == c.usage);
        CHECK(calcul.equipement.text() == c.equipement);
        CHECK(total(calcul) == c.acquisition);
        CHECK(calcul.avance.text() == c.avance);
        CHECK(calcul.solde == calcul.total - calcul.avance);
        Grappe version{na_2024()};
        const auto montee = version.versions(c.essms).calculer();
        CHECK(total(montee) == c.version);
        CHECK(montee.equipement == core::Money{});
    }
}

TEST_CASE("a mixed grappe is worth what the convention of ranks says (2.3)") {
    struct Cas {
        int acquisitions, versions;
        const char* totaux[5];
    };
    const Cas cas[] = {
        {10, 20, {"310000.00", "310000.00", "310000.00", "310000.00", "310000.00"}},
        {30, 30, {"780000.00", "747000.00", "604000.00", "682000.00", "675500.00"}},
        {40, 20, {"940000.00", "907000.00", "764000.00", "764000.00", "811666.67"}},
        {49, 1, {"1034000.00", "1031000.00", "1018000.00", "1018000.00", "1018260.00"}},
        {1, 49, {"266000.00", "263000.00", "250000.00", "263000.00", "262740.00"}},
        {49, 49, {"1274000.00", "1127000.00", "490000.00", "815000.00", "808500.00"}},
        {60, 60, {"1351000.00", "1204000.00", "567000.00", "892000.00", "885500.00"}},
    };
    for (const auto& c : cas) {
        CAPTURE(c.acquisitions);
        CAPTURE(c.versions);
        auto grappe = alternee(c.acquisitions, c.versions);
        for (int i = 0; i < 5; ++i) CHECK(grappe.total_sous(conventions[i]).text() == c.totaux[i]);
    }
}

TEST_CASE("the lines of a pro rata sum to its total, a version change without equipment") {
    auto grappe = alternee(30, 31);
    grappe.appel.convention_rang = ConventionRang::commun_au_prorata;
    const auto calcul = grappe.calculer();
    CHECK(total(calcul) == "672278.69");
    for (const auto& ligne : calcul.lignes) {
        CHECK_FALSE(ligne.rang.has_value());
        if (ligne.regime == Regime::montee_de_version) CHECK(ligne.equipement == core::Money{});
    }
    CHECK(calcul.lignes[0].total().text() == "17852.46");
    CHECK(calcul.lignes[1].total().text() == "4409.84");  // FINESS order serves the first ones
    CHECK(calcul.lignes[60].total().text() == "4409.83");
}

TEST_CASE("a cent moved by largest remainder never becomes equipment of a version change") {
    Grappe grappe{na_2024()};
    grappe.appel.convention_rang = ConventionRang::commun_au_prorata;
    const auto calcul = grappe.versions(51).calculer();  // 4,882.3529… each: 15 receive .36
    CHECK(total(calcul) == "249000.00");
    CHECK(calcul.equipement == core::Money{});
    CHECK(calcul.lignes[14].usage.text() == "4882.36");
    CHECK(calcul.lignes[15].usage.text() == "4882.35");
}

TEST_CASE("ranks count in list order, per regime or over the project") {
    auto grappe = alternee(2, 2);
    const auto rangs = [&](ConventionRang convention) {
        grappe.appel.convention_rang = convention;
        std::vector<int> lus;
        for (const auto& ligne : grappe.calculer().lignes) lus.push_back(*ligne.rang);
        return lus;
    };
    CHECK(rangs(ConventionRang::par_regime) == std::vector{1, 1, 2, 2});
    CHECK(rangs(ConventionRang::commun_acquisitions_dabord) == std::vector{1, 3, 2, 4});
    CHECK(rangs(ConventionRang::commun_versions_dabord) == std::vector{3, 1, 4, 2});
    CHECK(rangs(ConventionRang::commun_ordre_liste) == std::vector{1, 2, 3, 4});
}

TEST_CASE("a SAAD receives the share of its medico-social hours, rounded on the sum (2.4)") {
    struct Cas {
        Regime regime;
        int financees, total;
        const char *usage, *equipement;
    };
    const Cas cas[] = {
        {Regime::acquisition, 32'000, 48'000, "4666.67", "9333.33"},
        {Regime::montee_de_version, 32'000, 48'000, "3333.33", "0.00"},
        {Regime::acquisition, 73'333, 100'000, "5133.31", "10266.62"},
        {Regime::acquisition, 10'450, 15'000, "4876.67", "9753.33"},
        {Regime::acquisition, 12'000, 36'000, "2333.33", "4666.67"},
    };
    for (const auto& c : cas) {
        CAPTURE(c.financees);
        Grappe grappe{na_2024()};
        grappe.saad(c.regime, c.financees, c.total);
        const auto calcul = grappe.calculer();
        CHECK(calcul.usage.text() == c.usage);
        CHECK(calcul.equipement.text() == c.equipement);
    }
    Grappe quinze{na_2024()};
    quinze.acquisitions(14).saad(Regime::acquisition, 32'000, 48'000);
    CHECK(total(quinze.calculer()) == "308000.00");
    Grappe cinquante{na_2024()};
    cinquante.acquisitions(49).saad(Regime::acquisition, 2, 3);
    CHECK(cinquante.calculer().lignes.back().total().text() == "3333.33");
}

TEST_CASE("around the 49th rank, the order of a SAAD changes the amount (AMB-09)") {
    Grappe grappe{na_2024()};
    grappe.saad(Regime::acquisition, 1, 2);
    grappe.acquisitions(49);
    auto choix = choix_de_l_appel(grappe.appel);
    CHECK(grappe.total_sous(choix).text() == "1023500.00");  // 10,500 + 48×21,000 + 5,000
    choix.ordre_rang = programme::OrdreRang::plus_favorable;
    CHECK(grappe.total_sous(choix).text() == "1031500.00");  // 49×21,000 + 2,500
    choix.ordre_rang = programme::OrdreRang::moyenne;
    CHECK(grappe.total_sous(choix).text() == "1023660.00");  // 20,680 × 49.5
}

TEST_CASE("an extension restarts the ranks or cumulates them (2.7)") {
    Grappe grappe{na_2024()};
    grappe.acquisitions(10);
    grappe.dossier.nature = programme::Nature::extension;
    grappe.dossier.extension =
        dossier::Extension{.essms_deja_finances = dossier::EssmsDejaFinances{45, 0}};
    auto choix = choix_de_l_appel(grappe.appel);
    CHECK(grappe.total_sous(choix).text() == "210000.00");
    choix.extension = programme::RangExtension::cumule;
    CHECK(grappe.total_sous(choix).text() == "114000.00");
    choix.convention_rang = ConventionRang::commun_au_prorata;
    CHECK(grappe.total_sous(choix).text() == "114000.00");
    grappe.versions(1).dossier.extension =
        dossier::Extension{.essms_deja_finances = dossier::EssmsDejaFinances{30, 9}};
    choix.convention_rang = ConventionRang::commun_acquisitions_dabord;
    CHECK(grappe.total_sous(choix).text() == "212000.00");  // ranks 40 to 49, then the 50th
    choix.convention_rang = ConventionRang::commun_versions_dabord;
    CHECK(grappe.total_sous(choix).text() == "199000.00");  // the 40th, then ranks 41 to 50
    grappe.membres.pop_back();
    grappe.dossier.nature = programme::Nature::nouveau;
    CHECK(grappe.total_sous(choix).text() == "210000.00");
}

TEST_CASE("the grid of Corse 2021 has flats without ranks and a cap of 30 upgrades (2.8)") {
    Grappe acquisition{cor_2021()};
    acquisition.acquisitions(15).petits_organismes().devis("1.00", "1.00");
    const auto calcul = acquisition.calculer();
    CHECK(total(calcul) == "790000.00");
    CHECK(calcul.usage == core::Money{});
    CHECK(calcul.equipement.text() == "375000.00");
    CHECK(calcul.specifique.text() == "415000.00");
    CHECK_FALSE(calcul.lignes[0].rang.has_value());
    CHECK_FALSE(calcul.convention_rang.has_value());
    Grappe version{cor_2021()};
    const auto montee = version.versions(35).calculer();
    CHECK(total(montee) == "300000.00");
    CHECK(montee.lignes[29].total().text() == "10000.00");
    CHECK(montee.lignes[30].total().text() == "0.00");
}

TEST_CASE("ceilings in euros cut the flats in proportion and keep their sum") {
    Grappe grappe{na_2024()};
    grappe.appel.acquisition.valeur->plafond = core::Money::cents(10'000'001);
    const auto calcul = grappe.acquisitions(7).versions(1).calculer();
    CHECK(total(calcul) == "105000.01");
    CHECK(calcul.lignes[7].total().text() == "5000.00");
    grappe.appel.plafond_forfaits_projet.valeur = core::Money::euros(50'000);
    CHECK(total(grappe.calculer()) == "50000.00");
    grappe.appel.plafond_essms_projet.valeur = 1;
    CHECK(total(grappe.calculer()) == "21000.00");
}

}  // namespace grappe::subvention
