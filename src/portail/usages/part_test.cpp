// A member's part of a report, on every engine: its own lines, and nothing that tells the rest.
#include "portail/usages/part.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"

namespace grappe::usages {
namespace {

using tests::Declare, tests::Scene, tests::sur_chaque_base;

const access::Acteur& membre() { return teleservice::tests::voisin(); }

// Of the three establishments of "d1", one is of the entity that porteur-2 speaks for.
void rattacher(const Scene& scene) {
    REQUIRE(scene.base.write([](storage::Writer& db) -> core::Result<void> {
        db.script(R"(
INSERT INTO dossier_version VALUES ('d1', 1, '{"essms": [
    {"finess_et": "330000019", "finess_ej": "330000001"},
    {"finess_et": "640000014", "finess_ej": "640000001"},
    {"finess_et": "750000010", "finess_ej": "330000001"}]}', 'porteur-1', '2024-02-01T00:00:00Z');
INSERT INTO membre VALUES ('m1', 'd1', '640000001', 'm@exemple.test', 'porteur-2', NULL,
    '2024-02-01T00:00:00Z', '2024-02-02T00:00:00Z', NULL, 'membre'))");
        return {};
    }));
}

std::string lus(const Scene& scene, const access::Acteur& qui, const std::string& id) {
    return scene.base.read([&](storage::Reader& db) -> std::string {
        const auto vu = lire_ou_sa_part(db, scene.autre(qui), id, tests::moyens().registre);
        if (!vu) return vu.error().code;
        std::string numeros = vu->en_partie ? "part" : "tout";
        for (const auto& ligne : vu->rapport.lignes) numeros += " " + ligne.finess_et.text();
        return numeros;
    });
}

}  // namespace

TEST_CASE("a member reads its own lines of a report, its porteur all of them") {
    sur_chaque_base([](const Scene& scene) {
        REQUIRE(scene.pose("DUI", scene.dui.cle));
        const auto recu = scene.envoie(scene.octets()).recu.value();
        CHECK(lus(scene, membre(), recu.id) == "usages.inconnu");
        rattacher(scene);
        REQUIRE(scene.base.write([&](storage::Writer& db) -> core::Result<void> {
            db.script(
                "INSERT INTO usage_constat VALUES ('" + recu.id +
                "', 99, 'usages.constat.concentration', '640000014', 'mssante', 0, 0, 9, 10)");
            return {};
        }));
        CHECK(lus(scene, membre(), recu.id) == "part 640000014");
        CHECK(lus(scene, scene.acteur, recu.id).starts_with("tout 330000019 640000014"));
        CHECK(lus(scene, teleservice::tests::guichet_de_corse(), recu.id) == "usages.inconnu");
        scene.base.read([&](storage::Reader& db) {
            const auto vu =
                lire_ou_sa_part(db, scene.autre(membre()), recu.id, tests::moyens().registre);
            CHECK(vu->tirages.empty());
            // Nor the messages of all.
            for (const auto& un : vu->rapport.constats) {
                CHECK(un.finess_et == "640000014");
                CHECK(un.code != "usages.constat.concentration");
            }
            CHECK(lire_le_fichier(db, scene.autre(membre()), recu.id).error().code ==
                  "usages.inconnu");
            return true;
        });
    });
}

TEST_CASE("a member lists the reports where it has a part, as its part alone would be") {
    sur_chaque_base([](const Scene& scene) {
        rattacher(scene);
        const auto liste = [&](const access::Acteur& qui) {
            return scene.base.read([&](storage::Reader& db) {
                return lister_les_parts(db, scene.autre(qui), tests::moyens().registre);
            });
        };
        REQUIRE(scene.dit(Declare{}.csv(), Nature::declare) == "recu");  // of another's alone
        CHECK(liste(membre()).empty());
        REQUIRE(scene.dit(Declare{.finess = "640000014", .actifs = 7, .personnes = 8}.csv(),
                          Nature::declare) == "recu");
        REQUIRE(liste(membre()).size() == 1);
        CHECK(liste(membre()).front().essms == 1);
        CHECK(liste(membre()).front().dossiers_actifs == usage::Mesure{7, 8});
        CHECK(liste(scene.acteur).empty());
        CHECK_FALSE(liste(membre()).front().est_remplace());
        REQUIRE(scene.dit(Declare{.finess = "640000014", .actifs = 8, .personnes = 8}.csv(),
                          Nature::declare) == "recu");
        REQUIRE(liste(membre()).size() == 2);
        CHECK_FALSE(liste(membre()).front().est_remplace());
        CHECK(liste(membre()).back().est_remplace());
        REQUIRE(scene.base.write([](storage::Writer& db) -> core::Result<void> {
            db.script("UPDATE membre SET retire_le = '2024-03-01T00:00:00Z' WHERE id = 'm1'");
            return {};
        }));
        CHECK(liste(membre()).empty());
    });
}

}  // namespace grappe::usages
