// What is left out of a record, far from the window, changes nothing of what is said of it.
#include "dui/explication/dossier_lu.hpp"

#include <doctest/doctest.h>

#include "dui/explication/obstacle.hpp"
#include "dui/indicateur/dossier.hpp"
#include "dui/indicateur/rangees_pour_tests.hpp"

namespace grappe::explication {
namespace {

using usage::DossierMesure;

std::size_t faits(const DossierMesure& dossier) {
    return dossier.modifications.size() + dossier.evenements.size() + dossier.envois.size() +
           dossier.alimentations.size() + dossier.eprescription.le.size() +
           dossier.eparcours.le.size();
}

void comparer(const DossierMesure& entier, const DossierMesure& autour,
              const usage::Fenetre& fenetre) {
    const auto attendue = usage::evaluer(entier, fenetre),
               trouvee = usage::evaluer(autour, fenetre);
    REQUIRE(trouvee.compteurs.valeurs == attendue.compteurs.valeurs);
    for (const auto indicateur : usage::indicateurs_a_cible)
        for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
            REQUIRE(usage::refus(trouvee, indicateur, lecture) ==
                    usage::refus(attendue, indicateur, lecture));
            REQUIRE(usage::hors_denominateur(trouvee, indicateur, lecture) ==
                    usage::hors_denominateur(attendue, indicateur, lecture));
            REQUIRE(obstacles(autour, fenetre, indicateur, lecture) ==
                    obstacles(entier, fenetre, indicateur, lecture));
        }
}

}  // namespace

TEST_CASE("a record read about a window has the obstacles of the whole record") {
    indicateur::Hasard hasard{std::mt19937_64{20241123}};
    std::size_t entiers = 0, gardes = 0;
    for (int essai = 0; essai < 5'000; ++essai) {
        const auto au = core::Date::parse("2024-02-29")
                            .value()
                            .plus_days(static_cast<int>(hasard.entre(0, 400)));
        const auto fenetre = usage::fenetre_de(au, 3);
        const indicateur::Bornes bornes{fenetre};
        const indicateur::DossierEnRangees dossier{hasard, bornes};
        const auto connu = static_cast<indicateur::Acte>(hasard.entre(0, 4));
        const auto entier = indicateur::dossier_mesure(dossier.plages, connu);
        const auto autour = indicateur::dossier_autour(dossier.plages, bornes, connu);
        comparer(entier, autour, fenetre);
        CHECK(autour.envois.empty() == entier.envois.empty());
        entiers += faits(entier);
        gardes += faits(autour);
    }
    CHECK(gardes < entiers);
}

}  // namespace grappe::explication
