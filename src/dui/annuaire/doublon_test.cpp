// Duplicates: what sounds alike, what each fault counts, who is told first.
#include "dui/annuaire/doublon.hpp"

#include <doctest/doctest.h>

#include "dui/annuaire/monde_pour_tests.hpp"
#include "dui/annuaire/phonetique.hpp"
#include "storage/test_bases.hpp"

namespace grappe::annuaire {
namespace {

using tests::le;

Personne dupont() {
    return personne_de(tests::une_personne("p", {"DUPONT", {"MARIE", "LUCETTE"}}));
}

int score(const Personne& une, const Personne& autre) {
    const auto trouvee = ressemblance(une, autre);
    return trouvee ? trouvee->score : 0;
}

bool sonnent_pareil(std::string_view un, std::string_view autre) {
    return sons_de(un) == sons_de(autre);
}

}  // namespace

TEST_CASE("two spellings of a name sound alike, two names do not") {
    for (const auto& [un, autre] : {std::pair{"dupont", "dupond"},
                                    {"philippe", "filip"},
                                    {"catherine", "katrine"},
                                    {"leroy", "leroi"},
                                    {"boulanger", "boulenger"},
                                    {"gauthier", "gotier"},
                                    {"renaud", "reno"},
                                    {"martineau", "martino"},
                                    {"quentin", "kantin"},
                                    {"schneider", "shneider"},
                                    {"matthieu", "mathieu"},
                                    {"christian", "kristian"},
                                    {"jean", "jan"},
                                    {"wagner", "vagner"},
                                    {"roger", "roget"},
                                    {"simon", "cimon"}}) {
        CAPTURE(un);
        CAPTURE(sons_de(un));
        CAPTURE(sons_de(autre));
        CHECK(sonnent_pareil(un, autre));
    }
    for (const auto& [un, autre] : {std::pair{"dupont", "durand"},
                                    {"martin", "martine"},
                                    {"bernard", "renard"},
                                    {"robert", "roger"},
                                    {"moreau", "morin"},
                                    {"paul", "pierre"}}) {
        CAPTURE(un);
        CHECK_FALSE(sonnent_pareil(un, autre));
    }
    CHECK(sons_de("").empty());
}

TEST_CASE("each fault leaves the points that are published") {
    CHECK(score(dupont(), dupont()) == 40 + 35 + 25 + 10);
    auto autre = dupont();
    autre.naissance = le("1941-12-03");
    CHECK(score(dupont(), autre) == 30 + 35 + 25 + 10);
    autre.naissance = le("1914-03-12");  // two figures exchanged
    CHECK(score(dupont(), autre) == 25 + 35 + 25 + 10);
    autre.naissance = le("1941-01-01");
    CHECK(score(dupont(), autre) == 15 + 35 + 25 + 10);
    autre.naissance = le("1955-07-21");
    CHECK_FALSE(ressemblance(dupont(), autre));

    autre = dupont();
    autre.nom_de_naissance = "Dupônd";
    CHECK(score(dupont(), autre) == 40 + 25 + 25 + 10);
    autre.nom_de_naissance = "Du Pont-Martin";
    CHECK(score(dupont(), autre) == 40 - 20 + 25 + 10);
    autre.nom_de_naissance = "Martin-Dupont";
    CHECK(score(dupont(), autre) == 40 + 25 + 25 + 10);
    autre.nom_de_naissance = "LEGRAND";
    CHECK(score(dupont(), autre) == 40 - 20 + 25 + 10);
    autre.nom_utilise = "DUPONT";
    CHECK(score(dupont(), autre) == 40 + 30 + 25 + 10);

    autre = dupont();
    autre.prenoms = {"LUCETTE"};
    CHECK(score(dupont(), autre) == 40 + 35 + 15 + 10);
    autre.prenoms = {"MARYE"};
    CHECK(score(dupont(), autre) == 40 + 35 + 20 + 10);
    autre.prenoms = {"ODILE"};  // twins
    CHECK(score(dupont(), autre) == 40 + 35 - 20 + 10);
    autre.sexe = "M";
    CHECK(score(dupont(), autre) == 40 + 35 - 20 - 10 + 10);

    autre = dupont();
    autre.nom_de_naissance = "MARIE";
    autre.prenoms = {"DUPONT"};
    CHECK(score(dupont(), autre) == 40 + 55 + 10);
    CHECK(ressemblance(dupont(), autre)->indices ==
          std::vector{Indice::naissance_identique, Indice::inversion, Indice::lieu_identique});
    CHECK(score(autre, dupont()) == score(dupont(), autre));
}

TEST_CASE("duplicates are told in the order of their scores, and among those that one may see") {
    Annuaire annuaire;
    auto base = storage::Base::in_memory();
    REQUIRE(storage::migrate(
        base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
    tests::enregistrer(
        base, {tests::une_personne("p1", {"DUPOND", {"MARIE"}}),
               tests::une_personne("p2", {"DUPONT", {"MARIE"}}),
               tests::une_personne("p3", {"DUPONT", {"ODILE"}}),
               tests::une_personne("p4", {"DUPONT", {"MARIE"}, "1955-01-02"}),
               tests::une_personne("p5", {"DUPONT", {"MARIE"}, "1941-03-12", tests::erables})});
    tests::rafraichir(annuaire, base);
    const auto ids = [&](const Lisible& lisible, std::size_t combien) {
        std::vector<std::string> tous;
        for (const auto& un : annuaire.doublons(dupont(), lisible, combien))
            tous.push_back(un.personne.id);
        return tous;
    };
    using Ids = std::vector<std::string>;
    CHECK(ids(tests::partout, 10) == Ids{"p2", "p5", "p1", "p3"});
    CHECK(ids(tests::partout, 2) == Ids{"p2", "p5"});
    const Lisible aux_tilleuls = [](std::string_view lieu) { return lieu == tests::tilleuls; };
    CHECK(ids(aux_tilleuls, 10) == Ids{"p2", "p1", "p3"});
    auto sans_date = dupont();
    sans_date.naissance.reset();
    CHECK(annuaire.doublons(sans_date, tests::partout, 10).empty());
}

}  // namespace grappe::annuaire
