// The directory follows the database, on both engines: later versions replace former ones.
#include "dui/annuaire/annuaire.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "dui/annuaire/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::annuaire {
namespace {

using storage::Base;
using tests::enregistrer, tests::erables, tests::le, tests::partout, tests::rafraichir,
    tests::saules, tests::tilleuls, tests::un_sejour, tests::une_personne;

std::vector<std::string> trouver(const Annuaire& annuaire, std::string_view texte,
                                 const Lisible& lisible = partout) {
    std::vector<std::string> ids;
    for (const auto& une : annuaire.chercher({texte, lisible, 50}).trouvailles)
        ids.push_back(une.personne.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("what was recorded is known at the next question, and only then") {
    storage::on_every_dui([](Base& base) {
        Annuaire annuaire;
        rafraichir(annuaire, base);
        CHECK(annuaire.combien() == 0);
        enregistrer(base, {une_personne("p1", {"MARTIN-DUPONT", {"JEANNE", "MARIE"}}),
                           un_sejour("s1", "p1", {})});
        CHECK_FALSE(annuaire.personne("p1"));
        rafraichir(annuaire, base);
        const auto une = annuaire.personne("p1");
        REQUIRE(une);
        CHECK(une->nom_de_naissance == "MARTIN-DUPONT");
        CHECK(une->premier_prenom() == "JEANNE");
        CHECK(une->prenoms == Ids{"JEANNE", "MARIE"});
        CHECK(une->naissance == le("1941-03-12"));
        CHECK(une->sexe == "F");
        CHECK(une->lieu_de_naissance == "33063");
        CHECK_FALSE(une->deces);
        REQUIRE(une->sejours.size() == 1);
        CHECK(une->sejours[0].entree == le("2024-01-10"));
        CHECK(une->sejours[0].modalite == fait::Etat::permanent);
        CHECK(annuaire.accompagnee_a("p1", tilleuls));
        CHECK_FALSE(annuaire.accompagnee_a("p1", erables));
        CHECK_FALSE(annuaire.accompagnee_a("p2", tilleuls));
    });
}

TEST_CASE("a corrected identity is found under its new name, and no more under the former one") {
    storage::on_every_dui([](Base& base) {
        Annuaire annuaire;
        enregistrer(base, {une_personne("p1", {"BRUMELLE", {"ALIX"}})});
        rafraichir(annuaire, base);
        enregistrer(base, {une_personne("p1", {"PEYREMONT", {"ALIX"}, "1950-01-01", erables})});
        rafraichir(annuaire, base);
        CHECK(trouver(annuaire, "brumelle").empty());
        CHECK(trouver(annuaire, "peyremont") == Ids{"p1"});
        CHECK(trouver(annuaire, "1950") == Ids{"p1"});
        const Lisible aux_tilleuls = [](std::string_view finess_et) {
            return finess_et == tilleuls;
        };
        CHECK(trouver(annuaire, "peyremont", aux_tilleuls).empty());
        CHECK(annuaire.combien() == 1);
    });
}

TEST_CASE("a corrected stay moves: other days, another place, another person") {
    storage::on_every_dui([](Base& base) {
        Annuaire annuaire;
        enregistrer(base, {une_personne("p1", {"A", {"ALIX"}}), une_personne("p2", {"B", {"LOU"}}),
                           un_sejour("s1", "p1", {})});
        rafraichir(annuaire, base);
        CHECK(annuaire.presentes(tilleuls, le("2024-06-01")) == Ids{"p1"});
        enregistrer(base, {un_sejour("s1", "p1", {tilleuls, "2024-01-10", "2024-02-01"})});
        rafraichir(annuaire, base);
        CHECK(annuaire.presentes(tilleuls, le("2024-06-01")).empty());
        enregistrer(base, {un_sejour("s1", "p2", {erables, "2024-01-10"})});
        rafraichir(annuaire, base);
        CHECK(annuaire.presentes(erables, le("2024-06-01")) == Ids{"p2"});
        CHECK_FALSE(annuaire.accompagnee_a("p1", tilleuls));
        CHECK(annuaire.personne("p1")->sejours.empty());
    });
}

TEST_CASE("present from the day of entry, no more on the day of exit; in the order of names") {
    storage::on_every_dui([](Base& base) {
        Annuaire annuaire;
        enregistrer(
            base, {un_sejour("s1", "p1", {tilleuls, "2024-01-10", "2024-03-01"}),
                   un_sejour("s2", "p2", {tilleuls, "2024-01-10"}),
                   un_sejour("s3", "p2", {tilleuls, "2024-01-11"}),
                   un_sejour("s4", "p3", {tilleuls, "2024-01-10"}),
                   un_sejour("s5", "p4", {erables, "2024-01-10"}),
                   une_personne("p1", {"Écureuil", {"ALIX"}}),
                   une_personne("p2", {"DUPONT", {"LOU"}}), une_personne("p4", {"ABEL", {"LOU"}})});
        rafraichir(annuaire, base);
        CHECK(annuaire.presentes(tilleuls, le("2024-01-09")).empty());
        CHECK(annuaire.presentes(tilleuls, le("2024-01-10")) == Ids{"p2", "p1"});
        CHECK(annuaire.presentes(tilleuls, le("2024-02-29")) == Ids{"p2", "p1"});
        CHECK(annuaire.presentes(tilleuls, le("2024-03-01")) == Ids{"p2"});
        CHECK(annuaire.presentes(saules, le("2024-03-01")).empty());
        CHECK_FALSE(annuaire.personne("p3"));  // nobody told who she is
        enregistrer(base, {une_personne("p3", {"DUPOND", {"LOU"}})});
        rafraichir(annuaire, base);
        CHECK(annuaire.presentes(tilleuls, le("2024-03-01")) == Ids{"p3", "p2"});
    });
}

TEST_CASE("a reader older than what is known changes nothing") {
    storage::on_every_dui([](Base& base) {
        Annuaire annuaire;
        enregistrer(base, {une_personne("p1", {"BRUMELLE", {"ALIX"}})});
        rafraichir(annuaire, base);
        auto vide = Base::in_memory();
        REQUIRE(storage::migrate(
            vide, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
        rafraichir(annuaire, vide);
        CHECK(annuaire.combien() == 1);
    });
}

TEST_CASE("questions are asked while facts come, and who wrote reads what was written") {
    auto base = Base::in_memory();
    REQUIRE(storage::migrate(
        base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value()));
    Annuaire annuaire;
    std::atomic<bool> fini{false};
    std::atomic<int> fautes{0};
    std::vector<std::thread> lecteurs;
    for (int n = 0; n < 3; ++n)
        lecteurs.emplace_back([&] {
            std::size_t avant = 0;
            while (!fini) {
                const auto vues = annuaire.chercher({"brumelle", partout, 500}).trouvailles.size();
                if (vues < avant) ++fautes;
                avant = vues;
            }
        });
    for (int n = 0; n < 100; ++n) {
        const auto id = "p" + std::to_string(n);
        enregistrer(base, {une_personne(id, {"BRUMELLE", {"ALIX"}})});
        rafraichir(annuaire, base);
        if (!annuaire.personne(id)) ++fautes;
    }
    fini = true;
    for (auto& un : lecteurs) un.join();
    CHECK(fautes == 0);
    CHECK(annuaire.combien() == 100);
}

}  // namespace grappe::annuaire
