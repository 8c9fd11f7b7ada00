// The answer in short says the same as the whole one.
#include "portail/pages/reponse.hpp"

#include <doctest/doctest.h>

#include "portail/pages/services_pour_tests.hpp"

namespace pages = grappe::pages;
namespace rendu = grappe::rendu;

namespace {

using grappe::referentiels::etablissement_pour_tests;

void comparer(const std::vector<rendu::Groupe>& bref, const std::vector<rendu::Groupe>& entier) {
    REQUIRE(bref.size() == entier.size());
    for (std::size_t n = 0; n < bref.size(); ++n) {
        CHECK(bref[n].regle == entier[n].regle);
        CHECK(bref[n].issue == entier[n].issue);
    }
}

}  // namespace

TEST_CASE("an answer in short has the head and the findings of the whole one") {
    const pages::ServicesPourTests monde{
        "reponse", {etablissement_pour_tests("330000001"), etablissement_pour_tests("330000027")}};
    pages::Saisie saisie;
    saisie.poser("appel", "NA-2024");
    saisie.poser("depose_le", "2026-01-05T09:00:00Z");  // too late: it blocks
    for (int rang = 0; rang < 2; ++rang) {
        saisie.poser(pages::chemin_essms(rang, "finess_et"), rang == 0 ? "330000001" : "330000027");
        saisie.poser(pages::chemin_essms(rang, "regime"), "acquisition");
    }
    const auto etude = pages::etudier(monde.services, saisie);
    REQUIRE(etude.verifie);
    REQUIRE(etude.siret_suppose);
    const auto bref = repondre_en_bref(monde.services, etude);
    const auto entier = repondre_a(monde.services, etude);
    const auto& un = bref.presentation;
    const auto& autre = entier.presentation;
    CHECK(un.montant == autre.montant);
    CHECK(un.issue == autre.issue);
    CHECK(un.essms == autre.essms);
    CHECK(un.guichet == autre.guichet);
    CHECK(un.fenetre == autre.fenetre);
    comparer(un.bloquants, autre.bloquants);
    comparer(un.manques, autre.manques);
    comparer(un.a_apprecier, autre.a_apprecier);
    comparer(un.alertes, autre.alertes);
    comparer(un.conformes, autre.conformes);
    REQUIRE_FALSE(un.bloquants.empty());
    CHECK(un.bloquants.front().phrase == autre.bloquants.front().phrase);
    CHECK_FALSE(un.manques.empty());
    CHECK(entier.compte == bref.compte);
}
