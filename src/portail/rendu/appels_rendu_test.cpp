// The calls as text and as JSON, at an instant.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "portail/rendu/appels_json.hpp"
#include "portail/rendu/appels_texte.hpp"

namespace grappe::rendu {
namespace {

const rules::Phrases& francais() {
    static const auto lues = [] {
        std::ifstream flux{std::filesystem::path{GRAPPE_ROOT} / "locale" / "fr.txt"};
        const std::string texte{std::istreambuf_iterator<char>{flux},
                                std::istreambuf_iterator<char>{}};
        return rules::Phrases::charger(texte);
    }();
    REQUIRE(lues);
    return *lues;
}

const programme::Appels& livres() {
    static const auto lus =
        programme::charger_appels({std::filesystem::path{GRAPPE_ROOT} / "appels"});
    return lus;
}

core::Instant le(const char* texte) { return *core::Instant::parse(texte); }

EtatAppel etat(const char* id, const char* instant) {
    return etat_au(livres().find(id)->applicable(le(instant)), le(instant));
}

}  // namespace

TEST_CASE("a call is open in its windows, to come before, closed after") {
    CHECK(etat("NA-2024", "2024-01-14T23:59:59+01:00") == EtatAppel::a_venir);
    CHECK(etat("NA-2024", "2024-01-15T00:00:00+01:00") == EtatAppel::ouvert);
    CHECK(etat("NA-2024", "2024-09-15T23:59:59+02:00") == EtatAppel::ouvert);
    CHECK(etat("NA-2024", "2024-09-16T00:00:00+02:00") == EtatAppel::clos);
    CHECK(etat("IDF-2023", "2023-01-15T00:00:00+01:00") == EtatAppel::ouvert);
    CHECK(etat("KIT-2024", "2024-05-01T00:00:00+02:00") == EtatAppel::non_defini);
}

TEST_CASE("the table says what is open and until when") {
    const auto page = appels_texte(livres(), le("2024-03-01T00:00:00+01:00"), francais());
    CHECK(page.find("COR-2021") != std::string::npos);
    CHECK(page.find("24 mai 2024 à minuit") != std::string::npos);
    CHECK(page.find("15 septembre 2023") != std::string::npos);
}

TEST_CASE("one call shows every value with its source and layer") {
    const auto page =
        appel_texte(*livres().find("NA-2024"), le("2024-03-01T00:00:00+01:00"), francais());
    CHECK(page.find("bareme.acquisition.1.usage = 7000.00") != std::string::npos);
    CHECK(page.find("AAP ESMS numérique 2024, ARS Nouvelle-Aquitaine, §4.4.2-1") !=
          std::string::npos);
    CHECK(page.find("[Instruction 2024]") != std::string::npos);
    CHECK(page.find("option.convention_rang = par_regime | AMB-01 | parmi ") != std::string::npos);
}

TEST_CASE("the JSON of a call holds its windows, values, options and rules") {
    const auto json = appel_json(*livres().find("NA-2024"), le("2024-03-01T00:00:00+01:00"));
    CHECK(json.starts_with("{\"id\":\"NA-2024\""));
    CHECK(json.find("\"ferme_le\":\"2024-05-25T00:00:00+02:00\"") != std::string::npos);
    CHECK(json.find("\"chemin\":\"plafond.specifique\",\"valeur\":\"3/20\"") != std::string::npos);
    CHECK(json.find("\"ELIG-01\":{\"etat\":\"appliquee\"") != std::string::npos);
    const auto liste = appels_json(livres(), le("2024-03-01T00:00:00+01:00"));
    CHECK(liste.starts_with("{\"le\":\"2024-02-29T23:00:00Z\",\"appels\":[{\"id\":\"COR-2021\""));
}

}  // namespace grappe::rendu
