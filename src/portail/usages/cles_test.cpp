// Keys on every engine: named, changed, kept.
#include "portail/usages/cles.hpp"

#include <doctest/doctest.h>

#include "portail/usages/monde_pour_tests.hpp"

namespace grappe::usages {
namespace {

using tests::Scene, tests::sur_chaque_base;

secret::CleDeSignature cle(char graine) {
    return secret::CleDeSignature::de_graine(std::string(32, graine));
}

std::string issue(const core::Result<Cle>& posee) {
    return posee ? "posee " + std::to_string(posee->rang) : posee.error().code;
}

}  // namespace

TEST_CASE("a key takes the place of the one before, and both stay with their dates") {
    sur_chaque_base([](const Scene& scene) {
        CHECK(issue(scene.pose("DUI du siège", cle('a'))) == "posee 1");
        CHECK(scene.journal() == "usage.cle.poser fait ");
        CHECK(issue(scene.pose("  DUI du siège ", cle('b'))) == "posee 2");
        CHECK(scene.journal() == "usage.cle.changer fait ");
        CHECK(issue(scene.pose("DUI du membre", cle('c'))) == "posee 1");
        const auto cles =
            scene.base.read([&](storage::Reader& db) { return cles_de(db, scene.acteur.compte); });
        REQUIRE(cles.size() == 3);
        int en_vigueur = 0;
        for (const auto& une : cles) en_vigueur += une.en_vigueur ? 1 : 0;
        CHECK(en_vigueur == 2);
        for (const auto& une : cles)
            CHECK(une.en_vigueur == (une.cle != secret::en_hexadecimal(cle('a').publique())));
        CHECK(cles.front().empreinte().size() == 64);
    });
}

TEST_CASE("a key that cannot be read, has no name, or was given before is refused") {
    sur_chaque_base([](const Scene& scene) {
        const auto pose = [&](const char* nom, const std::string& fichier) {
            return issue(scene.base.write([&](storage::Writer& db) {
                return poser(db, scene.qui(), {nom, fichier});
            }));
        };
        const auto texte = secret::en_hexadecimal(cle('a').publique());
        CHECK(pose(" ", texte) == "usages.dui_sans_nom");
        CHECK(pose("a\nb", texte) == "usages.dui_sans_nom");
        CHECK(pose("DUI", "clé") == "usages.cle_illisible");
        CHECK(pose("DUI", texte.substr(2)) == "usages.cle_illisible");
        CHECK(pose("DUI", "grappe-cle-publique-1 " + texte + "\n") == "posee 1");
        CHECK(pose("DUI", texte) == "usages.cle_deja");
        CHECK(pose("Autre DUI", texte) == "usages.cle_deja");
    });
}

}  // namespace grappe::usages
