// Amendments on every engine: prepared, signed by two people, in force; and after any series of
// them the ledger holds every euro once, and what is paid and due never exceeds what is granted.
#include "portail/convention/avenants.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>

#include "portail/convention/convention_repository.hpp"
#include "portail/convention/essai_pour_tests.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::convention {
namespace {

using enveloppe::Compte;
using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader;
using Genre = GenreDeChangement;
using tests::autre, tests::Changements, tests::Essai, tests::essayer, tests::numero;

}  // namespace

TEST_CASE("a member leaves: computed again, signed by two people, then only in force") {
    essayer(1'000'000, [](Essai& essai) {
        REQUIRE(essai.prepare({{Genre::retrait, numero(0)}, {Genre::retrait, numero(1)}}) ==
                "fait");
        CHECK(essai.convention().avenant == 0);
        CHECK(essai.a(Compte::engage) == Money::euros(315'000));
        CHECK(essai.prepare({{Genre::retrait, numero(2)}}) == "avenant.deja_en_attente");
        CHECK(essai.demande_l_avance() == "versement.avenant_en_attente");
        CHECK(essai.signe(essai.guichet(), "porteur") == "signature.d_un_autre");
        CHECK(essai.signe(essai.scene.corse(), "ars") == "avenant.inconnu");
        REQUIRE(essai.signe(essai.guichet(), "ars") == "fait");
        CHECK(essai.signe(essai.du_collegue(), "ars") == "signature.deja");
        CHECK(essai.convention().avenant == 0);
        REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
        CHECK(essai.signe(essai.scene.porteur(), "porteur") == "avenant.clos");
        CHECK(essai.abandonne() == "avenant.clos");
        const auto apres = essai.convention();
        CHECK(apres.avenant == 1);
        CHECK(apres.accorde.lignes.size() == 13);
        CHECK(apres.accorde.total().total() == Money::euros(273'000));
        CHECK(apres.avance == Money::euros(136'500));
        CHECK(essai.a(Compte::engage) == Money::euros(273'000));
        CHECK(essai.a(Compte::disponible) == Money::euros(727'000));
        essai.verifier();
        // The first version stays as it was signed; the desk is that of the deposit.
        const auto premiere =
            essai.scene.base.read([&](Reader& db) { return *trouver_initiale(db, essai.id); });
        CHECK(premiere.accorde.lignes.size() == 15);
        CHECK(essai.dernier().alertes == std::vector{Alerte::sous_le_minimum});
        const auto dit = essai.phrases();
        CHECK(dit.find("quitte le projet") != std::string::npos);
        CHECK(dit.find("315\u202f000,00\u00a0€ avant, 273\u202f000,00\u00a0€ après") !=
              std::string::npos);
    });
}

TEST_CASE("a paid advance stands: the balance carries the difference, what exceeds is given back") {
    essayer(1'000'000, [](Essai& essai) {
        essai.verse_l_avance();
        CHECK(essai.a(Compte::verse) == Money::euros(157'500));
        REQUIRE(essai.en_vigueur({{Genre::retrait, numero(0)}}) == "fait");
        CHECK(essai.convention().avance == Money::euros(157'500));
        CHECK(essai.solde().plein == Money::euros(136'500));
        essai.verifier();
        Changements departs;
        for (int rang = 1; rang < 10; ++rang) departs.push_back({Genre::retrait, numero(rang)});
        REQUIRE(essai.en_vigueur(departs) == "fait");
        const auto solde = essai.solde();
        CHECK(essai.convention().accorde.total().total() == Money::euros(105'000));
        CHECK(solde.plein == Money{});
        CHECK(solde.a_recouvrer == Money::euros(52'500));
        CHECK(essai.a(Compte::engage) == Money{});
        CHECK(essai.phrases().find("sont à recouvrer") != std::string::npos);
        essai.verifier();
        // Somebody joins: what was given too much is due again.
        REQUIRE(essai.en_vigueur({{Genre::ajout, autre(0), "acquisition"},
                                  {Genre::ajout, autre(1), "acquisition"},
                                  {Genre::ajout, autre(2), "acquisition"}}) == "fait");
        CHECK(essai.solde().a_recouvrer == Money{});
        CHECK(essai.a(Compte::engage) == Money::euros(10'500));
        essai.verifier();
    });
}

TEST_CASE("an establishment joins while the envelope holds it, and takes its place") {
    essayer(336'000, [](Essai& essai) {
        REQUIRE(essai.en_vigueur({{Genre::ajout, autre(0), "acquisition"}}) == "fait");
        CHECK(essai.a(Compte::engage) == Money::euros(336'000));
        CHECK(essai.a(Compte::disponible) == Money{});
        REQUIRE(essai.prepare({{Genre::ajout, autre(1), "acquisition"}}) == "fait");
        REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
        CHECK(essai.signe(essai.guichet(), "ars") == "enveloppe.depassee");
        CHECK(essai.convention().avenant == 1);  // nothing was done by halves
        CHECK(essai.dernier().signatures.size() == 1);
        REQUIRE(essai.abandonne() == "fait");
        CHECK(essai.prepare({{Genre::ajout, autre(0), "acquisition"}}) == "avenant.finess_deja ");
        CHECK(essai.prepare({{Genre::ajout, numero(90), "acquisition"}}) ==
              "avenant.essms_ecarte ");
        REQUIRE(essai.prepare({{Genre::retrait, autre(0)}}) == "fait");
        CHECK(essai.dernier().rang == 3);
        essai.verifier();
    });
}

TEST_CASE("a service at home joins with its hours, not without") {
    essayer(1'000'000, [](Essai& essai) {
        const auto saad = tests::a_domicile();
        const Changements sans{{Genre::ajout, saad, "acquisition"}};
        CHECK(essai.prepare(sans) == "avenant.heures_incompletes ");
        auto avec = sans;
        avec.push_back({Genre::heures_total, saad, "1000"});
        CHECK(essai.prepare(avec) == "avenant.heures_incompletes ");
        for (const auto genre : {Genre::heures_apa, Genre::heures_pch, Genre::heures_autres})
            avec.push_back({genre, saad, "100"});
        REQUIRE(essai.en_vigueur(avec) == "fait");
        // Three tenths of the flats of an acquisition.
        CHECK(essai.convention().accorde.total().total() == Money::euros(315'000 + 6'300));
        // What was said once is made again by the amendment that follows.
        REQUIRE(essai.en_vigueur({{Genre::heures_apa, saad, "200"}}) == "fait");
        CHECK(essai.convention().accorde.total().total() == Money::euros(315'000 + 8'400));
        essai.verifier();
    });
}

TEST_CASE("a number of establishments is of a body of the project") {
    essayer(1'000'000, [](Essai& essai) {
        CHECK(essai.prepare({{Genre::essms_geres, "330000001", "3"}}) == "avenant.entite_absente ");
    });
}

TEST_CASE("a line that the deposited dossier repeats does not hold an amendment back") {
    sur_chaque_base([](Scene& scene) {
        Essai essai{scene};
        essai.repeter_une_ligne();
        essai.etablir(1'000'000);
        REQUIRE(essai.en_vigueur({{Genre::retrait, numero(0)}}) == "fait");
        CHECK(essai.convention().accorde.lignes.size() == 14);
        const auto fiche =
            scene.base.read([&](Reader& db) { return *teleservice::trouver_fiche(db, scene.id); });
        CHECK(fiche.essms == 14);
        essai.verifier();
    });
}

TEST_CASE("a call mended since the deposit changes nothing in what an amendment grants") {
    essayer(1'000'000, [](Essai& essai) {
        REQUIRE(essai.prepare_apres_une_correction({{Genre::retrait, numero(0)}}) == "fait");
        CHECK(essai.dernier().regles == essai.convention().regles);
        CHECK(essai.dernier().alertes == std::vector{Alerte::sous_le_minimum});
    });
}

TEST_CASE("a fact is corrected, a delay is extended and never shortened") {
    essayer(1'000'000, [](Essai& essai) {
        CHECK(essai.prepare({}) == "avenant.vide");
        CHECK(essai.prepare({{Genre::retrait, numero(0)}}, 7) == "convention.version_perimee");
        CHECK(essai.prepare({{Genre::fin_deploiement, "", "2024-03-01"}}) ==
              "avenant.delai_raccourci ");
        CHECK(essai.prepare({{Genre::fin_deploiement, "", "2224-12-31"}}) ==
              "avenant.delai_lointain ");
        REQUIRE(essai.en_vigueur({{Genre::regime, numero(0), "montee_de_version"},
                                  {Genre::fin_deploiement, "", "2025-12-31"}}) == "fait");
        CHECK(essai.convention().accorde.total().total() == Money::euros(299'000));
        CHECK(essai.convention().fin_deploiement->text() == "2025-12-31");
        CHECK(essai.phrases().find("Régime, désormais montée de version") != std::string::npos);
        CHECK(essai.prepare({{Genre::fin_deploiement, "", "2025-12-31"}}) ==
              "avenant.delai_raccourci ");
        REQUIRE(essai.en_vigueur({{Genre::fin_deploiement, "", "2026-03-31"}}) == "fait");
        CHECK(essai.phrases().find("31 décembre 2025 avant, 31 mars 2026 après") !=
              std::string::npos);
        CHECK(essai.convention().accorde.total().total() == Money::euros(299'000));
        essai.verifier();
    });
}

TEST_CASE("a payment that waits holds an amendment back") {
    essayer(1'000'000, [](Essai& essai) {
        REQUIRE(essai.demande_l_avance() == "fait");
        CHECK(essai.prepare({{Genre::retrait, numero(0)}}) == "avenant.versement_en_cours");
    });
}

// Drawn among departures, arrivals and corrections, possible or not.
class Tirage {
public:
    Changements suivants() {
        Changements demandes;
        for (int n = un(3); n >= 0; --n) {
            const auto genre = std::array{Genre::retrait, Genre::ajout,
                                          Genre::regime}[static_cast<std::size_t>(un(3))];
            const auto qui = un(2) == 0 ? autre(un(12)) : numero(un(15));
            demandes.push_back({genre, qui, un(2) == 0 ? "acquisition" : "montee_de_version"});
        }
        return demandes;
    }
    int un(unsigned parmi) { return static_cast<int>(hasard_() % parmi); }

private:
    std::mt19937 hasard_{29};
};

TEST_CASE("after any series of amendments the ledger holds every euro once") {
    essayer(330'000, [](Essai& essai) {
        Tirage tirage;
        std::map<std::string, int> issues;
        for (int pas = 0; pas < 300; ++pas) {
            CAPTURE(pas);
            if (pas == 150) essai.verse_l_avance();
            auto issue = essai.prepare(tirage.suivants());
            if (issue == "fait") {
                REQUIRE(essai.signe(essai.scene.porteur(), "porteur") == "fait");
                issue = tirage.un(5) == 0 ? "abandonne" : essai.signe(essai.guichet(), "ars");
                if (issue != "fait") REQUIRE(essai.abandonne() == "fait");
            }
            ++issues[issue];
            essai.verifier();
        }
        CHECK(issues["fait"] > 20);
        CHECK(issues["abandonne"] > 2);
        CHECK(issues["enveloppe.depassee"] > 0);
    });
}

}  // namespace grappe::convention
