// Lists and rights on every engine: one's own, one's desk's, all, nothing.
#include "portail/usages/lecture.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"

namespace grappe::usages {
namespace {

using tests::Declare, tests::Scene, tests::sur_chaque_base;

std::string numeros(const Scene& scene, const access::Acteur& qui, const Critere& critere = {}) {
    const auto liste =
        scene.base.read([&](storage::Reader& db) { return lister(db, qui, critere); });
    std::string tous;
    for (const auto& un : liste.rapports)
        tous += (tous.empty() ? "" : " ") + std::to_string(un.numero);
    CHECK(liste.total == static_cast<std::int64_t>(liste.rapports.size()));
    return tous;
}

std::string numero_un(const Scene& scene) {
    return scene.base.read([&](storage::Reader& db) {
        return lister(db, scene.acteur, Critere{}).rapports.front().id;
    });
}

void envoyer_trois(const Scene& scene) {
    REQUIRE(scene.pose("DUI", scene.dui.cle));
    REQUIRE(scene.dit(scene.octets()) == "recu");
    REQUIRE(scene.dit(Declare{.actifs = 0}.csv(), Nature::declare) == "recu");
    const Scene voisine{.base = scene.base, .acteur = teleservice::tests::voisin()};
    REQUIRE(voisine.dit(Declare{.finess = "010000024", .au = "2024-06-30"}.csv(),
                        Nature::declare) == "recu");
}

}  // namespace

TEST_CASE("each lists what the table of rights says, and filters within it") {
    namespace monde = teleservice::tests;
    sur_chaque_base([](const Scene& scene) {
        envoyer_trois(scene);
        CHECK(numeros(scene, scene.acteur) == "2 1");
        CHECK(numeros(scene, monde::voisin()) == "3");
        CHECK(numeros(scene, monde::guichet_de_nouvelle_aquitaine()) == "2 1");
        CHECK(numeros(scene, monde::guichet_de_corse()) == "3");
        const access::Acteur national{.compte = "n", .role = access::Role::national};
        CHECK(numeros(scene, national) == "3 2 1");
        CHECK(numeros(scene, national, {.guichet = "94"}) == "3");
        for (const auto role : {access::Role::comite, access::Role::grades, access::Role::collectif,
                                access::Role::comptable, access::Role::admin})
            CHECK(numeros(scene, {.compte = "x", .role = role, .region = "75"}) == "");
        const auto& na = monde::guichet_de_nouvelle_aquitaine();
        CHECK(numeros(scene, na, {.guichet = "94"}) == "2 1");
        CHECK(numeros(scene, na, {.compte = "porteur-2"}) == "2 1");
        CHECK(numeros(scene, na, {.nature = "declare"}) == "2");
        CHECK(numeros(scene, na, {.finess = "750000010"}) == "1");
        CHECK(numeros(scene, national, {.au = "2024-06-30"}) == "3");
        CHECK(numeros(scene, scene.acteur, {.au = "2024-06-30"}) == "");
    });
}

TEST_CASE("a line of the list says how much of it is measured again, and what is asked") {
    sur_chaque_base([](const Scene& scene) {
        envoyer_trois(scene);
        const auto liste = scene.base.read(
            [&](storage::Reader& db) { return lister(db, scene.acteur, Critere{}); });
        REQUIRE(liste.rapports.size() == 2);
        const auto& declare = liste.rapports[0];
        const auto& signe = liste.rapports[1];
        CHECK(signe.essms == 3);
        CHECK(signe.remplaces == 1);
        CHECK_FALSE(signe.est_remplace());
        CHECK(declare.remplaces == 0);
        CHECK(declare.constats > 0);
        CHECK(declare.dossiers_actifs == usage::Mesure{0, 84});
        CHECK(liste.jours == std::vector<std::string>{"2024-09-30"});
        CHECK(numeros(scene, scene.acteur, {.questions = true}).starts_with("2"));
        REQUIRE(scene.dit(Declare{.actifs = 83}.csv(), Nature::declare) == "recu");
        const auto suite = scene.base.read(
            [&](storage::Reader& db) { return lister(db, scene.acteur, Critere{}); });
        CHECK(suite.rapports[1].est_remplace());
    });
}

TEST_CASE("a report is read by who reads its dossier, its bytes too") {
    namespace monde = teleservice::tests;
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        const auto octets = scene.octets();
        const auto id = scene.envoie(octets).recu->id;
        const auto dit = [&](const access::Acteur& qui) {
            return scene.base.read([&](storage::Reader& db) -> std::string {
                const auto fichier = lire_le_fichier(db, scene.autre(qui), id);
                const auto vu = lire(db, scene.autre(qui), id);
                REQUIRE(vu.has_value() == fichier.has_value());
                return fichier ? (fichier->octets == octets ? "lu" : "autre") : vu.error().code;
            });
        };
        CHECK(dit(scene.acteur) == "lu");
        CHECK(dit(monde::guichet_de_nouvelle_aquitaine()) == "lu");
        CHECK(dit({.compte = "n", .role = access::Role::national}) == "lu");
        CHECK(dit(monde::guichet_de_corse()) == "usages.inconnu");
        CHECK(dit(monde::voisin()) == "usages.inconnu");
        CHECK(dit({.compte = "x", .role = access::Role::comite, .region = "75"}) ==
              "usages.inconnu");
    });
}

TEST_CASE("a member of the dossier reads no whole report") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.dit(Declare{}.csv(), Nature::declare) == "recu");
        REQUIRE(scene.base.write([](storage::Writer& db) -> core::Result<void> {
            db.script(
                "INSERT INTO membre VALUES ('m', 'd1', '750000010', 'x@exemple.test', 'porteur-2',"
                " NULL, '2024-02-01T00:00:00Z', '2024-02-02T00:00:00Z', NULL, 'membre')");
            return {};
        }));
        CHECK(numeros(scene, teleservice::tests::voisin()) == "");
        const auto id = numero_un(scene);
        const auto lu = scene.base.read([&](storage::Reader& db) {
            return lire(db, scene.autre(teleservice::tests::voisin()), id);
        });
        REQUIRE_FALSE(lu);
        CHECK(lu.error().code == "usages.inconnu");
    });
}

}  // namespace grappe::usages
