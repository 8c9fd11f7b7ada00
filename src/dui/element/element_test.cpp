// Elements on both engines: versions add up, a list of a long record is bounded, whoever wrote
// between is told, and the indicators count one modification a day and an author.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "dui/element/ecriture.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::element {
namespace {

using storage::Base, storage::Reader, storage::Writer;
using tests::a, tests::moment, tests::tilleuls;

Element note(std::string id, std::string personne, int secondes) {
    return {.id = std::move(id),
            .genre = Genre::transmission,
            .classe = partage::Classe::quotidien,
            .finess_et = tilleuls(),
            .personne = std::move(personne),
            .lie_a = {},
            .debut = a(secondes),
            .fin = {},
            .contenu = R"({"texte":"A bien dormi."})"};
}

core::Result<Version> ecrit(Base& base, const Element& un, std::int64_t vue = 0, int secondes = 0,
                            std::string auteur = "compte-7") {
    return base.write([&](Writer& db) {
        return ecrire(db, {std::move(auteur), moment(secondes)}, {un, vue});
    });
}

std::int64_t modifications(Base& base) {
    return *base.read([](Reader& db) {
        return db.one({"essai.modifications",
                       "SELECT count(*) AS nombre FROM fait WHERE type = 'modification'"},
                      [](const storage::Row& ligne) { return ligne.get<std::int64_t>("nombre"); });
    });
}

void avec_une_personne(const std::function<void(Base&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        tests::connaitre(base, {"p1", "p2"});
        faire(base);
    });
}

}  // namespace

TEST_CASE("an amended text keeps the former one; a withdrawn one stays readable") {
    avec_une_personne([](Base& base) {
        auto une = note("t1", "p1", 0);
        REQUIRE(ecrit(base, une));
        une.contenu = R"({"texte":"A mal dormi."})";
        REQUIRE(ecrit(base, une, 1, 60));
        une.etat = Etat::retire;
        REQUIRE(ecrit(base, une, 2, 90));
        base.read([&](Reader& db) {
            const auto versions = versions_de(db, "t1");
            REQUIRE(versions.size() == 3);
            CHECK(versions[0].element == note("t1", "p1", 0));
            CHECK(versions[2].element == une);
            CHECK(derniere(db, "t1")->version == 3);
            CHECK_FALSE(derniere(db, "t2"));
            CHECK(magasin::signature_de(db, versions[1].enregistrement).auteur == "compte-7");
        });
    });
}

TEST_CASE("whoever writes on what was not seen is told the version that stands") {
    avec_une_personne([](Base& base) {
        REQUIRE(ecrit(base, note("t1", "p1", 0)));
        CHECK(ecrit(base, note("t1", "p1", 0), 0).error().code == "element.version");
        REQUIRE(ecrit(base, note("t1", "p1", 5), 1));
        const auto refuse = ecrit(base, note("t1", "p1", 9), 1);
        CHECK(refuse.error() == core::refuse(core::Reason::conflict, "element.version", "2"));
        CHECK(ecrit(base, note("t2", "p1", 0), 1).error().code == "element.inconnu");
        CHECK(ecrit(base, note("t1", "p2", 0), 2).error().code == "element.autre_chose");
        CHECK(ecrit(base, note("t3", "p3", 0)).error().code == "element.personne_inconnue");
        CHECK(base.read([](Reader& db) { return dernier_numero(db); }) == 2);
    });
}

TEST_CASE("one modification a day, a person and an author is counted") {
    avec_une_personne([](Base& base) {
        REQUIRE(ecrit(base, note("t1", "p1", 0)));
        REQUIRE(ecrit(base, note("t2", "p1", 5), 0, 5));
        CHECK(modifications(base) == 1);
        REQUIRE(ecrit(base, note("t3", "p1", 5), 0, 5, "compte-8"));
        REQUIRE(ecrit(base, note("t4", "p2", 5), 0, 5));
        CHECK(modifications(base) == 3);
        REQUIRE(ecrit(base, note("t5", "p1", 90'000), 0, 90'000));
        CHECK(modifications(base) == 4);
        auto du_lieu = note("u1", "", 0);
        du_lieu.genre = Genre::unite;
        REQUIRE(ecrit(base, du_lieu));
        CHECK(modifications(base) == 4);
    });
}

TEST_CASE("a clock set back changes no order") {
    avec_une_personne([](Base& base) {
        REQUIRE(ecrit(base, note("t1", "p1", 100), 0, 100));
        const auto seconde = ecrit(base, note("t2", "p1", 50), 0, 50);
        REQUIRE(seconde);
        const auto connue = base.read([&](Reader& db) {
            return magasin::signature_de(db, seconde->enregistrement).connu_le;
        });
        CHECK(connue == moment(100));
    });
}

TEST_CASE("pages of a list give each element once, latest first, whatever the ties") {
    avec_une_personne([](Base& base) {
        std::mt19937 hasard{6};
        for (int n = 0; n < 60; ++n)
            REQUIRE(ecrit(base, note("t" + std::to_string(n), n % 3 == 0 ? "p2" : "p1",
                                     static_cast<int>(hasard() % 7))));
        std::vector<std::string> vus;
        Suite suite;
        while (true) {
            const auto page = base.read([&](Reader& db) {
                return du_dossier(db, {"p1", Genre::transmission, 7, suite});
            });
            if (page.empty()) break;
            for (const auto& une : page) {
                if (!suite.debut.empty()) CHECK(une.element.debut.utc_text() <= suite.debut);
                vus.push_back(une.element.id);
                suite = {une.element.debut.utc_text(), une.numero};
            }
        }
        CHECK(vus.size() == 40);
        std::sort(vus.begin(), vus.end());
        CHECK(std::unique(vus.begin(), vus.end()) == vus.end());
        base.read([](Reader& db) {
            CHECK(du_lieu(db, {"330000001", Genre::transmission, 100}).size() == 60);
            CHECK(du_lieu(db, {"330000001", Genre::place, 100}).empty());
            CHECK(du_lieu(db, {"330000019", Genre::transmission, 100}).empty());
        });
    });
}

TEST_CASE("what was recorded after a number comes whole, in its order, former versions too") {
    avec_une_personne([](Base& base) {
        REQUIRE(ecrit(base, note("t1", "p1", 0)));
        REQUIRE(ecrit(base, note("t2", "p1", 0)));
        REQUIRE(ecrit(base, note("t1", "p1", 3), 1));
        REQUIRE(ecrit(base, note("t3", "p2", 0)));
        const auto entre = [&](std::int64_t apres, std::int64_t jusqu_a) {
            std::string texte;
            base.read([&](Reader& db) {
                depuis(db, {"330000001", apres, jusqu_a}, [&](Version&& une) {
                    texte += une.element.id + "v" + std::to_string(une.version) + " ";
                });
            });
            return texte;
        };
        CHECK(entre(0, 4) == "t1v1 t2v1 t1v2 t3v1 ");
        CHECK(entre(1, 3) == "t2v1 t1v2 ");
        CHECK(entre(4, 4).empty());
    });
}

TEST_CASE("what belongs to an element is found by it, as its last version says") {
    avec_une_personne([](Base& base) {
        auto une = note("t1", "p1", 0);
        une.lie_a = "objectif-1";
        REQUIRE(ecrit(base, une));
        REQUIRE(ecrit(base, note("t2", "p1", 0)));
        const auto lies = [&](const char* a_quoi) {
            return base.read([&](Reader& db) { return lies_a(db, a_quoi).size(); });
        };
        CHECK(lies("objectif-1") == 1);
        une.lie_a = "objectif-2";
        REQUIRE(ecrit(base, une, 1));
        CHECK(lies("objectif-1") == 0);
        CHECK(lies("objectif-2") == 1);
    });
}

}  // namespace grappe::element
