// The example of docs/: a fifth call, unlike the four shipped, that needs no C++.
#include <doctest/doctest.h>

#include <filesystem>

#include "portail/programme/appels_pour_tests.hpp"

namespace grappe::programme {
namespace {

const AppelCharge& exemple() {
    static const Appels lus = charger_appels({racine() / "tests" / "donnees" / "appels"});
    for (const auto& defaut : lus.defauts) FAIL_CHECK(phrase(defaut, phrases()));
    REQUIRE(lus.find("EXEMPLE-2026") != nullptr);
    return *lus.find("EXEMPLE-2026");
}

const Appel& le(const char* instant) {
    const auto* appel = exemple().au(*core::Instant::parse(instant));
    REQUIRE(appel != nullptr);
    return *appel;
}

}  // namespace

TEST_CASE("hours are those of the zone of the call") {
    const auto& fenetres = *le("2026-03-10T12:00:00+04:00").fenetres;
    REQUIRE(fenetres.size() == 3);
    CHECK(fenetres[0].ouvre_le.utc_text() == "2026-03-01T04:00:00Z");
    CHECK(fenetres[0].ferme_le.utc_text() == "2026-06-30T13:00:00Z");
    CHECK(fenetres[1].ferme_le.utc_text() == "2026-09-15T20:00:00Z");
    CHECK(fenetres[0].natures == std::vector{Nature::nouveau});
    CHECK(fenetres[2].natures == std::vector{Nature::extension});
}

TEST_CASE("an amendment holds from its day, and the call before it is still known") {
    const auto& avant = le("2026-04-30T23:59:59+04:00");
    const auto& apres = le("2026-05-01T00:00:00+04:00");
    CHECK(avant.materiel->par_essms == core::Money::euros(1'500));
    CHECK(apres.materiel->par_essms == core::Money::euros(1'800));
    CHECK(apres.materiel.couche == "Avenant n° 1");
    CHECK(avant.pieces->size() == 6);
    CHECK(apres.pieces->size() == 5);
    CHECK(avant.empreinte != apres.empreinte);
}

TEST_CASE("a window may replace a value while it is open") {
    CHECK(*le("2026-06-30T12:00:00+04:00").part_avance == core::Rate{3, 10});
    CHECK(*le("2026-07-01T00:00:00+04:00").part_avance == core::Rate{4, 10});
    CHECK(*le("2026-09-15T23:59:59+04:00").part_avance == core::Rate{4, 10});
    CHECK(*le("2026-09-16T00:00:00+04:00").part_avance == core::Rate{3, 10});
}

TEST_CASE("a value may be given by days in one layer") {
    CHECK(*le("2026-06-30T23:59:59+04:00").enveloppe == core::Money::euros(2'000'000));
    CHECK(*le("2026-07-01T00:00:00+04:00").enveloppe == core::Money::euros(2'500'000));
}

TEST_CASE("outside its days the call does not resolve, but a deposit still has a judge") {
    const auto avant = *core::Instant::parse("2026-02-20T00:00:00+04:00");
    const auto apres = *core::Instant::parse("2026-11-01T00:00:00+04:00");
    CHECK(exemple().au(avant) == nullptr);
    CHECK(exemple().au(apres) == nullptr);
    CHECK(&exemple().applicable(avant) == &exemple().versions.front().appel);
    CHECK(&exemple().applicable(apres) == &exemple().versions.back().appel);
    for (std::size_t i = 1; i < exemple().versions.size(); ++i)
        CHECK(exemple().versions[i - 1].a == exemple().versions[i].de);
}

TEST_CASE("three tiers, caps by regime and by project, and targets by sector are read") {
    const auto& appel = le("2026-03-10T12:00:00+04:00");
    REQUIRE(appel.acquisition->paliers.size() == 3);
    CHECK(appel.acquisition->paliers[1].jusqu_au_rang == 40);
    CHECK(appel.acquisition->paliers[1].source_equipement.section == "question 7");
    CHECK(appel.acquisition->paliers[2].equipement.text() == "1500.50");
    CHECK(appel.acquisition->plafond == core::Money::euros(400'000));
    CHECK(appel.montee_de_version->plafond_essms == 60);
    CHECK(*appel.plafond_essms_projet == 100);
    CHECK(*appel.plafond_forfaits_projet == core::Money::euros(600'000));
    CHECK(*appel.plafond_specifique == core::Rate{1, 5});
    CHECK(appel.minimum->mode == ModeMinimum::strict);
    CHECK(appel.convention_rang == ConventionRang::commun_ordre_liste);
    CHECK(appel.niveau_des_cibles == NiveauDesCibles::chaque_essms);
    CHECK(appel.cibles_partiellement_atteintes == CiblesPartielles::au_prorata);
    CHECK(appel.avance_si_echec == AvanceSiEchec::remboursement);
    CHECK(appel.depenses_sous_le_forfait == DepensesSousLeForfait::tout_est_limite);
    CHECK(appel.denominateur_dossiers_actifs ==
          DenominateurDossiersActifs::personnes_presentes_sur_la_periode);
    CHECK(appel.cibles[1].secteur == "DOM");
    CHECK(appel.cibles[1].eligible_sons == true);
    CHECK(appel.delais[0].mois == 12);
    CHECK(appel.routage->at(1).regions == TestRegions::indifferent);
}

}  // namespace grappe::programme
