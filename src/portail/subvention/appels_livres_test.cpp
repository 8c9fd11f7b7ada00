// The worked examples under the calls that ship with the program, and the parameters traces name.
#include <doctest/doctest.h>

#include "portail/programme/canonique.hpp"
#include "portail/programme/chargement.hpp"
#include "portail/subvention/grappe_pour_tests.hpp"

namespace grappe::subvention {

using rules::Issue;
using rules::RegleId;

namespace {

programme::Appel livre(std::string_view id) {
    static const auto lus =
        programme::charger_appels({std::filesystem::path{GRAPPE_ROOT} / "appels"});
    const auto* charge = lus.find(id);
    REQUIRE(charge != nullptr);
    return charge->versions.front().appel;
}

Grappe demandeuse(std::string_view id, int acquisitions, int versions) {
    Grappe grappe{livre(id)};
    grappe.acquisitions(acquisitions).versions(versions);
    grappe.petits_organismes().devis("6200.00", "84000.00");
    return grappe;
}

void verifier_parametres(const rules::Trace& trace, const programme::Appel& appel) {
    for (const auto& etape : trace) {
        CAPTURE(etape.phrase);
        for (const auto chemin : etape.parametres) {
            CAPTURE(chemin);
            CHECK(programme::valeur(appel, chemin) != nullptr);
        }
    }
}

}  // namespace

TEST_CASE("the shipped calls give the amounts of the worked examples") {
    CHECK(total(demandeuse("NA-2024", 20, 0).calculer()) == "494117.64");
    CHECK(total(demandeuse("IDF-2023", 20, 0).calculer()) == "920000.00");
    CHECK(total(demandeuse("COR-2021", 15, 0).calculer()) == "790000.00");
    auto mixte = demandeuse("NA-2024", 30, 30);
    mixte.devis("0", "0");
    CHECK(total(mixte.calculer()) == "780000.00");
    auto corse = demandeuse("COR-2021", 0, 35);
    corse.devis("0", "0");
    CHECK(total(corse.calculer()) == "300000.00");
    CHECK_FALSE(demandeuse("KIT-2024", 15, 0).calculer_ou_rien().has_value());
}

TEST_CASE("the shipped calls judge by what their texts say") {
    auto grappe_na = demandeuse("NA-2024", 30, 30);  // an answer borrows from its call
    const auto na = grappe_na.calculer();
    CHECK(constat_de(na, RegleId::fin_16).issue == Issue::non_defini);
    CHECK(constat_de(na, RegleId::fin_17).issue == Issue::a_apprecier);
    CHECK(constat_de(na, RegleId::fin_14).issue == Issue::sans_objet);
    auto grappe_idf = demandeuse("IDF-2023", 30, 0);
    const auto idf = grappe_idf.calculer();
    CHECK(constat_de(idf, RegleId::fin_11).issue == Issue::sans_objet);
    CHECK(constat_de(idf, RegleId::fin_08).issue == Issue::sans_objet);
    for (const auto& constat : idf.constats) CHECK(constat.issue != Issue::non_defini);
    auto grappe_corse = demandeuse("COR-2021", 15, 15);
    const auto corse = grappe_corse.calculer();
    CHECK(constat_de(corse, RegleId::fin_14).issue == Issue::a_apprecier);
    CHECK_FALSE(constat_de(corse, RegleId::fin_14).source->section.empty());
}

TEST_CASE("every parameter that a trace names is a value of the call, with its source") {
    for (const auto* id : {"NA-2024", "IDF-2023", "COR-2021"}) {
        CAPTURE(id);
        auto grappe = demandeuse(id, 30, 40);
        grappe.saad(programme::Regime::acquisition, 1, 2);
        grappe.dossier.nature = programme::Nature::extension;
        const auto calcul = grappe.calculer();
        verifier_parametres(calcul.trace, grappe.appel);
        for (const auto& ligne : calcul.lignes) verifier_parametres(ligne.trace, grappe.appel);
        for (const auto& constat : calcul.constats) CHECK_FALSE(constat.source->document.empty());
    }
}

}  // namespace grappe::subvention
