// The proposal against every subset, and what it promises: unique, exact, limited.
#include "portail/proposition/proposition.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "portail/proposition/coupes.hpp"
#include "portail/proposition/force_brute_pour_tests.hpp"
#include "portail/proposition/recherche.hpp"
#include "portail/proposition/secours.hpp"

namespace grappe::proposition {
namespace {

using Etat = Proposition::Etat;

void comparer(const Demande& demande) {
    const ForceBrute oracle{demande};
    const auto proposition = proposer(demande, {});
    const auto meilleure = oracle.meilleure({});
    REQUIRE(proposition.preuve == Preuve::en_entiers);
    REQUIRE((proposition.etat == Etat::impossible) == !meilleure.has_value());
    if (!meilleure) return;
    CHECK(proposition.etat == Etat::proposee);
    CHECK(proposition.departagee);
    CHECK(proposition.ensemble.retenus == oracle.numeros(*meilleure));
    CHECK(proposition.ensemble.points == oracle.points(*meilleure));
    CHECK(proposition.ensemble.total.in_cents() == oracle.total(*meilleure));
    CHECK(proposition.borne == proposition.ensemble.points);
}

Retenus retenus_de(const ForceBrute& oracle, ForceBrute::Partie une, std::size_t combien) {
    Retenus retenus(combien);
    for (std::size_t j = 0; j < combien; ++j) retenus[j] = oracle.a(une, j);
    return retenus;
}

}  // namespace

TEST_CASE("the proposal is the best of all subsets, up to nine projects") {
    Hasard hasard{20'240'524};
    for (int fois = 0; fois < cas(1'500); ++fois) {
        const auto demande = petite_demande(hasard, 9);
        CAPTURE(fois);
        REQUIRE(fautes(demande).empty());
        comparer(demande);
    }
}

TEST_CASE("the proposal is the best of all subsets, up to eighteen projects") {
    Hasard hasard{1'034'000};
    for (int fois = 0; fois < cas(4); ++fois) {
        CAPTURE(fois);
        auto demande = petite_demande(hasard, 18);
        while (demande.candidats.size() < 15) demande = petite_demande(hasard, 18);
        comparer(demande);
    }
}

TEST_CASE("the proposal does not depend on the order of the candidates") {
    Hasard hasard{7};
    for (int fois = 0; fois < 8; ++fois) {
        auto demande = fenetre_ordinaire(static_cast<unsigned>(fois), 60, 30);
        const auto avant = proposer(demande, {});
        for (auto k = demande.candidats.size(); k > 1; --k)
            std::swap(
                demande.candidats[k - 1],
                demande.candidats[static_cast<std::size_t>(hasard.sous(static_cast<int>(k)))]);
        std::ranges::reverse(demande.contraintes.parts_minimales);
        CHECK(proposer(demande, {}) == avant);
        CHECK(avant.departagee);
    }
}

TEST_CASE("no cut loses a subset that keeps the rules") {
    Hasard hasard{11};
    int coupes = 0;
    for (int fois = 0; fois < cas(250); ++fois) {
        const auto demande = fois % 10 == 0 ? fenetre_ordinaire(static_cast<unsigned>(fois), 9, 60)
                                            : petite_demande(hasard, 9);
        const ForceBrute oracle{demande};
        const auto modele = traduire(demande, {}).modele;
        const auto lignes = lignes_et_coupes(modele);
        coupes += static_cast<int>(lignes.size() - modele.lignes.size());
        for (ForceBrute::Partie une = 0; une < oracle.fin(); ++une) {
            if (!oracle.garde_tout(une, {})) continue;
            const auto retenus = retenus_de(oracle, une, modele.variables());
            for (const auto& ligne : lignes)
                REQUIRE(somme(ligne.coefficients, retenus) <= ligne.au_plus);
        }
    }
    CHECK(coupes > 100);
}

TEST_CASE("a bound is never under the best subset, whatever the multipliers") {
    Hasard hasard{13};
    for (int fois = 0; fois < cas(300); ++fois) {
        const auto demande = petite_demande(hasard, 9);
        const auto meilleure = ForceBrute{demande}.meilleure({});
        const auto modele = traduire(demande, {}).modele;
        std::vector<core::i128> multiplicateurs(modele.lignes.size());
        for (auto& un : multiplicateurs) un = core::i128{hasard.sous(1 << 20)} << hasard.sous(100);
        Borne borne{modele};
        borne.du_but(modele.depart, multiplicateurs);
        if (meilleure) CHECK(borne.arrondie() >= ForceBrute{demande}.points(*meilleure));
        borne.des_lignes(modele.depart, multiplicateurs);
        if (meilleure) CHECK_FALSE(borne.sous(0));
    }
}

TEST_CASE("of equal sets, the first difference in order of deposit is to retain") {
    Demande demande;
    const auto un = [](const char* numero, int minutes) {
        return Candidat{.numero = numero,
                        .depose_le = instant_de_depot(minutes),
                        .points = 3,
                        .montant = core::Money::euros(21'000)};
    };
    demande.candidats = {un("P-3", 1), un("P-2", 1), un("P-1", 2)};
    demande.contraintes.enveloppe = core::Money::euros(42'000);
    CHECK(proposer(demande, {}).ensemble.retenus == std::vector<std::string>{"P-2", "P-3"});
    demande.contraintes.enveloppe = core::Money::cents(4'199'999);
    CHECK(proposer(demande, {}).ensemble.retenus == std::vector<std::string>{"P-2"});
}

TEST_CASE("imposed projects over the envelope are impossible") {
    Demande demande;
    demande.candidats = {{.numero = "P-1",
                          .depose_le = instant_de_depot(0),
                          .points = 1,
                          .montant = core::Money::cents(2)}};
    demande.contraintes = {.enveloppe = core::Money::cents(1), .imposes = {"P-1"}};
    const auto proposition = proposer(demande, {});
    CHECK(proposition.etat == Etat::impossible);
    CHECK(proposition.preuve == Preuve::en_entiers);
}

TEST_CASE("a limit leaves a set that keeps the rules and a bound that no set passes") {
    const auto demande = fenetre_ordinaire(1, 100, 60);
    const auto complete = proposer(demande, {});
    REQUIRE(complete.departagee);
    for (const std::int64_t noeuds : {0, 1, 2, 4, 8, 16, 32, 64}) {
        CAPTURE(noeuds);
        const auto coupee = proposer(demande, {.noeuds = noeuds});
        CHECK(coupee.etat != Etat::impossible);
        if (coupee.etat == Etat::proposee) {
            CHECK(coupee.borne >= complete.ensemble.points);
            CHECK(coupee.ensemble.points <= complete.ensemble.points);
            CHECK((coupee.preuve == Preuve::aucune || coupee.borne >= coupee.ensemble.points));
        }
        if (coupee.departagee) CHECK(coupee == complete);
    }
    const auto arretee = proposer(demande, {.arreter = [] { return true; }});
    CHECK(arretee.preuve != Preuve::en_entiers);
}

TEST_CASE("CBC finds the same points, and its set is verified") {
    for (unsigned graine = 1; graine <= 4; ++graine) {
        const auto demande = fenetre_ordinaire(graine, 80, 50);
        const auto proposition = proposer(demande, {});
        REQUIRE(proposition.preuve == Preuve::en_entiers);
        Compteur compteur{{}};
        const auto modele = traduire(demande, {}).modele;
        const auto de_cbc = demander_a_cbc(modele, 0, compteur);
        REQUIRE((proposition.etat == Etat::proposee) == de_cbc.has_value());
        if (!de_cbc) continue;
        CHECK(respecte(modele, de_cbc->retenus));
        CHECK(de_cbc->dit_le_meilleur);
        CHECK(somme(modele.but, de_cbc->retenus) == proposition.ensemble.points);
    }
}

TEST_CASE("every fault of a demand is told with its place") {
    Demande demande;
    const auto depose_le = instant_de_depot(0);
    const auto cent = core::Money::cents(100);
    demande.candidats = {
        {.numero = "P-1", .depose_le = depose_le, .points = -1, .montant = cent},
        {.numero = "P-1", .depose_le = depose_le, .points = 1, .montant = core::Money::cents(-1)},
        {.numero = "P-2",
         .depose_le = depose_le,
         .points = 1,
         .montant = cent,
         .parts = {{"secteur", {{"PA", cent}, {"PH", core::Money::cents(1)}}}}}};
    demande.contraintes = {.enveloppe = core::Money::cents(-1),
                           .parts_minimales = {{"secteur", "PA", core::Fraction{3, 2}},
                                               {"secteur", "PH", NombreDeDossiers{-1}}},
                           .imposes = {"P-1", "P-9"},
                           .exclus = {"P-1"}};
    std::vector<std::string> dites;
    for (const auto& une : fautes(demande)) dites.push_back(une.code + " " + une.detail);
    CHECK(dites == std::vector<std::string>{
                       "proposition.points P-1", "proposition.double P-1",
                       "proposition.montant P-1", "proposition.repartition P-2, secteur",
                       "proposition.enveloppe -0.01", "proposition.minimum secteur, PA",
                       "proposition.minimum secteur, PH", "proposition.inconnu P-9",
                       "proposition.deux_fois P-1"});
    CHECK_THROWS_AS(proposer(demande, {}), core::Bug);
}

}  // namespace grappe::proposition
