// A withdrawal on every engine: who is told, in whose words, and who is not.
#include "portail/instruction/retrait.hpp"

#include <doctest/doctest.h>

#include "courrier/boite.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using tests::Scene, tests::sur_chaque_base;

constexpr const char* du_porteur = "porteur-1@exemple.test";
constexpr const char* de_l_agence = "ars-75@exemple.test";
constexpr const char* d_ailleurs = "ars-94@exemple.test";

std::string retire(const Scene& scene, const char* motif = "Projet abandonné.") {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return retirer(db, scene.porteur(), {.dossier = scene.id, .motif = motif}, scene.moyens());
    }));
}

// The bodies of the mails of that subject to that address.
std::vector<std::string> lettres_a(const Scene& scene, std::string_view a, std::string_view objet) {
    std::vector<std::string> corps;
    for (const auto& pli : scene.base.read([](Reader& db) {
             return courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 200);
         }))
        if (pli.message.destinataire == a && pli.message.objet.find(objet) != std::string::npos)
            corps.push_back(pli.message.corps);
    return corps;
}

std::vector<std::string> recus(const Scene& scene, std::string_view a) {
    return lettres_a(scene, a, a == du_porteur ? "retrait confirmé" : "retiré par son porteur");
}

}  // namespace

TEST_CASE("a draft that is withdrawn is confirmed to its porteur, and no desk hears of it") {
    sur_chaque_base([](Scene& scene) {
        REQUIRE(retire(scene) == "fait");
        REQUIRE(recus(scene, du_porteur).size() == 1);
        CHECK(recus(scene, du_porteur)[0].find("Projet abandonné.") != std::string::npos);
        CHECK(recus(scene, du_porteur)[0].find("https://grappe.test/dossiers/" + scene.id +
                                               "/historique") != std::string::npos);
        CHECK(recus(scene, du_porteur)[0].find('{') == std::string::npos);
        CHECK(recus(scene, de_l_agence).empty());
    });
}

TEST_CASE("a withdrawal is told to who examines, to the whole desk as long as nobody does") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(retire(scene, "") == "fait");
        REQUIRE(recus(scene, du_porteur).size() == 1);
        CHECK(recus(scene, du_porteur)[0].find("\n\n\n") == std::string::npos);
        REQUIRE(recus(scene, de_l_agence).size() == 1);
        CHECK(recus(scene, de_l_agence)[0].find("https://grappe.test/bureau/dossiers/" +
                                                scene.id) != std::string::npos);
        CHECK(recus(scene, d_ailleurs).empty());
    });
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        REQUIRE(retire(scene) == "fait");
        CHECK(recus(scene, de_l_agence).size() == 1);
        CHECK(recus(scene, de_l_agence)[0].find("Projet abandonné.") != std::string::npos);
        CHECK(retire(scene) == "dossier.etat");
        CHECK(recus(scene, de_l_agence).size() == 1);
    });
}

TEST_CASE("a preference keeps a withdrawal from a desk, never from its porteur") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        (void)scene.base.write([&](Writer& db) -> core::Result<void> {
            for (const char* compte : {"porteur-1", "ars-75"})
                identity::choisir_le_regime(db, compte, identity::Regime::actes, scene.maintenant);
            return {};
        });
        REQUIRE(retire(scene) == "fait");
        CHECK(recus(scene, du_porteur).size() == 1);
        CHECK(recus(scene, de_l_agence).empty());
    });
}

TEST_CASE("a withdrawal is told in the words of its desk, to both sides") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        for (const auto genre : {GenreDeLettre::retrait, GenreDeLettre::guichet_retrait})
            REQUIRE(scene.base.write([&](Writer& db) {
                return changer(db, scene.guichet(),
                               {.genre = genre,
                                .objet = "Nos mots : {numero}",
                                .corps = "C'est fini. {motif} {lien}",
                                .motif = "Les nôtres.",
                                .guichet = "75"});
            }));
        REQUIRE(retire(scene) == "fait");
        CHECK(lettres_a(scene, du_porteur, "Nos mots").size() == 1);
        CHECK(lettres_a(scene, de_l_agence, "Nos mots").size() == 1);
    });
}

}  // namespace grappe::instruction
