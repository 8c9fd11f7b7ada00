// The clock of an examination, and what is said of many: examples, then properties.
#include "portail/instruction/delais.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

#include "portail/instruction/delai_repository.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::instruction {
namespace {

using std::chrono::hours, std::chrono::seconds;
using storage::Reader, storage::Writer;
using teleservice::Passage;
using tests::Scene, tests::sur_chaque_base;

core::Instant plus(core::Instant instant, std::chrono::seconds duree) {
    return core::Instant::of(instant.utc() + duree);
}

core::Instant jour(int rang) { return plus(tests::monde::midi(), hours{24 * rang}); }

Passage passage(Acte acte, Statut apres, core::Instant quand) {
    return {.acte = acte,
            .avant = Statut::depose,
            .apres = apres,
            .par = "x",
            .fait_le = quand,
            .motif = ""};
}

Passages examen(std::initializer_list<Passage> suite) { return suite; }

// Deposited, taken, then requests and answers in turn at growing instants, then decided.
Passages au_hasard(std::mt19937& hasard) {
    std::uniform_int_distribution<int> pas{0, 20 * 86400}, tours{0, 5};
    auto quand = jour(0);
    Passages suite{passage(Acte::deposer, Statut::depose, quand)};
    const auto ajouter = [&](Acte acte, Statut apres) {
        quand = plus(quand, seconds{pas(hasard)});
        suite.push_back(passage(acte, apres, quand));
    };
    ajouter(Acte::prendre, Statut::en_instruction);
    for (int reste = tours(hasard); reste > 0; --reste) {
        ajouter(Acte::demander, Statut::pieces_demandees);
        ajouter(Acte::repondre, Statut::pieces_demandees);
        ajouter(Acte::reprendre, Statut::en_instruction);
    }
    ajouter(Acte::recevoir, Statut::recevable);
    return suite;
}

}  // namespace

TEST_CASE("days run from the deposit to the decision, not while pieces are asked") {
    const auto depot = passage(Acte::deposer, Statut::depose, jour(0));
    const auto prise = passage(Acte::prendre, Statut::en_instruction, jour(5));
    const auto demande = passage(Acte::demander, Statut::pieces_demandees, jour(8));
    const auto encore = passage(Acte::demander, Statut::pieces_demandees, jour(9));
    const auto reprise = passage(Acte::reprendre, Statut::en_instruction, jour(30));
    const auto decision = passage(Acte::recevoir, Statut::recevable, jour(32));
    CHECK(jours_d_examen(examen({depot, prise, demande, encore, reprise, decision})) == 10);
    CHECK(jours_d_examen(examen({depot, prise, demande, encore, reprise})) == std::nullopt);
    CHECK(jours_comptes(examen({depot, prise, demande, encore}), jour(29)) == 8);
    CHECK(jours_comptes(examen({depot, prise}), plus(jour(7), seconds{-1})) == 6);
    CHECK(jours_comptes(examen({depot, prise}), jour(7)) == 7);
    CHECK(jours_comptes({}, jour(7)) == 0);
}

TEST_CASE("an amendment begins the clock again; a withdrawal is no answer") {
    const auto depot = passage(Acte::deposer, Statut::depose, jour(0));
    const auto second = passage(Acte::deposer, Statut::depose, jour(10));
    const auto prise = passage(Acte::prendre, Statut::en_instruction, jour(11));
    const auto decision = passage(Acte::ecarter, Statut::irrecevable, jour(14));
    const auto retrait = passage(Acte::retirer, Statut::retire, jour(20));
    CHECK(jours_d_examen(examen({depot, second, prise, decision})) == 4);
    CHECK(jours_d_examen(examen({depot, second, prise, retrait})) == std::nullopt);
    CHECK(jours_d_examen(examen({depot, second, prise, decision, retrait})) == std::nullopt);
    // Taken up again after a decision: it goes on where it stood.
    const auto reprise = passage(Acte::reprendre, Statut::en_instruction, jour(40));
    const auto autre = passage(Acte::recevoir, Statut::recevable, jour(43));
    CHECK(jours_d_examen(examen({depot, second, prise, decision, reprise, autre})) == 7);
}

TEST_CASE("a stop of any length, wherever it falls, changes nothing; the clock is never ahead") {
    std::mt19937 hasard{35};
    for (int essai = 0; essai < 2000; ++essai) {
        const auto suite = au_hasard(hasard);
        const auto jours = jours_d_examen(suite);
        REQUIRE(jours);
        const auto duree = suite.back().fait_le.utc() - suite.front().fait_le.utc();
        CHECK(hours{24 * *jours} <= duree);
        CHECK(*jours == jours_comptes(suite, plus(suite.back().fait_le, hours{999})));
        // Between the last two instants, the dossier being examined.
        const seconds arret{std::uniform_int_distribution<int>{0, 90 * 86400}(hasard)};
        auto avec = suite;
        const auto ou = avec[avec.size() - 2].fait_le;
        avec.back().fait_le = plus(avec.back().fait_le, arret);
        avec.insert(avec.end() - 1, passage(Acte::demander, Statut::pieces_demandees, ou));
        avec.insert(avec.end() - 1,
                    passage(Acte::reprendre, Statut::en_instruction, plus(ou, arret)));
        CHECK(jours_d_examen(avec) == jours);
    }
}

TEST_CASE(
    "nothing is said of fewer than ten; half and nine tenths of ten are the fifth and ninth") {
    Effectifs neuf, dix;
    for (int jours = 1; jours <= 9; ++jours) neuf[jours] = 1;
    CHECK_FALSE(distribution(neuf));
    dix = neuf;
    dix[40] = 1;
    const auto dite = distribution(dix);
    REQUIRE(dite);
    CHECK(dite->nombre == 10);
    CHECK(dite->moitie == 6);         // the fifth took 5 days: less than 6
    CHECK(dite->neuf_sur_dix == 10);  // the ninth took 9 days
    CHECK_FALSE(distribution({}));
}

TEST_CASE("what is told holds: at least half below, at least nine tenths below, bars that sum") {
    std::mt19937 hasard{1};
    for (int essai = 0; essai < 2000; ++essai) {
        Effectifs effectifs;
        const int combien = std::uniform_int_distribution<int>{10, 200}(hasard);
        const int etendue = std::uniform_int_distribution<int>{0, 900}(hasard);
        std::uniform_int_distribution<int> un{0, etendue};
        for (int rang = 0; rang < combien; ++rang) ++effectifs[un(hasard)];
        const auto dite = distribution(effectifs);
        REQUIRE(dite);
        int sous_moitie = 0, sous_neuf = 0, sommes = 0;
        for (const auto& [jours, nombre] : effectifs) {
            sous_moitie += jours < dite->moitie ? nombre : 0;
            sous_neuf += jours < dite->neuf_sur_dix ? nombre : 0;
        }
        CHECK(sous_moitie * 2 >= combien);
        CHECK(sous_neuf * 10 >= combien * 9);
        CHECK(dite->moitie <= dite->neuf_sur_dix);
        CHECK(dite->tranches.size() <= std::size_t{tranches_max});
        for (const auto& tranche : dite->tranches) sommes += tranche.nombre;
        CHECK(sommes == combien);
        CHECK(dite->tranches.front().de == 0);
        CHECK(dite->tranches.back().a > effectifs.rbegin()->first);
    }
}

TEST_CASE("a decision leaves its row, by desk and call; one that is lacking is completed") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        scene.maintenant = jour(3);
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        scene.maintenant = jour(6);
        REQUIRE(scene.tranche("irrecevable") == "fait");
        const auto effectifs = [&](const char* guichet) {
            return scene.base.read([&](Reader& db) { return effectifs_du_guichet(db, guichet); });
        };
        CHECK(effectifs("75").at("NA-2024") == Effectifs{{6, 1}});
        CHECK(effectifs("94").empty());
        (void)scene.base.write([&](Writer& db) -> core::Result<void> {
            oter_le_delai(db, scene.id);
            return {};
        });
        CHECK(effectifs("75").empty());
        CHECK(completer_les_delais(scene.base) == 1);
        CHECK(completer_les_delais(scene.base) == 0);
        CHECK(effectifs("75").at("NA-2024") == Effectifs{{6, 1}});
    });
}

}  // namespace grappe::instruction
