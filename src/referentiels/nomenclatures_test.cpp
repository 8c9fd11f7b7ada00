// The reference files shipped with the program, as the rules read them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "referentiels/categories.hpp"
#include "referentiels/table.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::referentiels {
namespace {

const std::string donnees = std::string{GRAPPE_ROOT} + "/donnees";

}  // namespace

TEST_CASE("a department is found by each of its three codes") {
    const auto territoires = std::move(charger_territoires(donnees)).value();
    CHECK(territoires.departements().size() == 109);
    const auto* mayotte = territoires.departement_de_prefixe("9805");
    REQUIRE(mayotte != nullptr);
    CHECK(mayotte->code == "976");
    CHECK(mayotte == territoires.departement_historique("9F"));
    CHECK(mayotte == territoires.departement("976"));
    CHECK(mayotte->region == "06");
    CHECK(territoires.departement("2A")->region == "94");
    CHECK(territoires.departement("20") == nullptr);
    CHECK(territoires.departement_de_prefixe("") == nullptr);
    CHECK(territoires.departement_historique("") == nullptr);
}

TEST_CASE("Corsica and every overseas territory have the lower threshold (AMB-31)") {
    const auto territoires = std::move(charger_territoires(donnees)).value();
    std::set<std::string> codes;
    for (const auto& departement : territoires.departements())
        if (departement.corse_ou_outre_mer) codes.insert(departement.code);
    CHECK(codes == std::set<std::string>{"2A", "2B", "971", "972", "973", "974", "975", "976",
                                         "977", "978", "984", "986", "987", "988", "989"});
}

TEST_CASE("an agency may cover several territories, and some have none") {
    const auto territoires = std::move(charger_territoires(donnees)).value();
    CHECK(territoires.ars().size() == 18);
    CHECK(territoires.ars_de_region("75")->libelle == "ARS Nouvelle-Aquitaine");
    CHECK(territoires.ars_de_region("978") == territoires.ars_de_region("01"));
    CHECK(territoires.ars_de_region("988") == nullptr);
}

TEST_CASE("a category says its sector, its eligibility and its successor") {
    const auto categories = std::move(charger_categories(donnees)).value();
    CHECK(categories.par_code().size() == 313);
    CHECK(categories.find("500")->secteur == Secteur::PA);
    CHECK(categories.find("500")->eligibilite == Eligibilite::oui);
    CHECK(categories.find("219")->eligibilite == Eligibilite::a_confirmer);
    CHECK(categories.find("362")->eligibilite == Eligibilite::non);
    CHECK(categories.find("450")->recodee_en == "460");
    CHECK(categories.find("450")->fermee_le->text() == "2018-03-07");
    CHECK_FALSE(categories.find("220")->secteur.has_value());
    CHECK(categories.find("999") == nullptr);
    // Not in our table: a hospital and a category withdrawn long ago.
    CHECK(categories.find("355")->eligibilite == Eligibilite::non);
    CHECK(categories.find("001")->eligibilite == Eligibilite::non);
}

TEST_CASE("an aggregate suggests a sector only where it holds one") {
    CHECK(secteur_d_agregat("4401") == Secteur::PA);
    CHECK(secteur_d_agregat("4505") == Secteur::PDE);
    CHECK_FALSE(secteur_d_agregat("4605").has_value());
    CHECK_FALSE(secteur_d_agregat("").has_value());
}

TEST_CASE("one category can be changed without touching the others") {
    const auto categories = std::move(charger_categories(donnees)).value();
    auto changee = *categories.find("219");
    changee.eligibilite = Eligibilite::oui;
    const auto apres = categories.avec(changee);
    CHECK(apres.find("219")->eligibilite == Eligibilite::oui);
    CHECK(categories.find("219")->eligibilite == Eligibilite::a_confirmer);
    CHECK(apres.par_code().size() == categories.par_code().size());
}

TEST_CASE("a reference file that is absent, short of a column or broken is refused") {
    CHECK(Table::lire("/nulle/part.csv", {"a"}).error().code == "donnees.absentes");
    const auto chemin =
        (std::filesystem::temp_directory_path() / "grappe-table-essai.csv").string();
    std::ofstream{chemin} << "a;b\n1;2\n3\n";
    CHECK(Table::lire(chemin, {"c"}).error().code == "donnees.colonne");
    CHECK(Table::lire(chemin, {"b"}).error().detail == chemin + ":3");
    CHECK(Table::lire(chemin, {"a"})->lignes().size() == 2);
    std::filesystem::remove(chemin);
}

}  // namespace grappe::referentiels
