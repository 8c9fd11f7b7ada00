// Counting from the columns answers what the definitions say of each record, on random records.
#include "dui/indicateur/comptage.hpp"

#include <doctest/doctest.h>

#include "dui/indicateur/dossier.hpp"
#include "dui/indicateur/rangees_pour_tests.hpp"

namespace grappe::indicateur {

TEST_CASE("a record is counted as the definitions say, whatever was known of it") {
    Hasard hasard{std::mt19937_64{20240930}};
    std::array<std::int64_t, usage::nombre_de_compteurs> vus{};
    for (int essai = 0; essai < 20'000; ++essai) {
        const auto au = core::Date::parse("2024-02-29")
                            .value()
                            .plus_days(static_cast<int>(hasard.entre(0, 400)));
        const auto fenetre = usage::fenetre_de(au, 3);
        const indicateur::Bornes bornes{fenetre};
        const DossierEnRangees dossier{hasard, bornes};
        const auto connu = static_cast<indicateur::Acte>(hasard.entre(0, 4));
        const auto attendus =
            usage::evaluer(indicateur::dossier_mesure(dossier.plages, connu), fenetre).compteurs;
        const auto comptes = indicateur::compter(dossier.plages, bornes, connu);
        REQUIRE(comptes.valeurs == attendus.valeurs);
        for (std::size_t n = 0; n < vus.size(); ++n) vus[n] += comptes.valeurs[n];
    }
    for (const auto vu : vus) CHECK(vu > 100);  // every counter was tried
}

}  // namespace grappe::indicateur
