// The answer to a request for complements on every engine: a corrected content is in force with the
// agreement of each member whose part it changes, and of no other.
#include <doctest/doctest.h>

#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/teleservice/accord.hpp"
#include "portail/teleservice/complement_repository.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using tests::Scene, tests::sur_chaque_base;

constexpr const char* entite = "339909996";  // of every establishment of the dossier

std::string ecrit(const Scene& scene, int version, const std::string& contenu) {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return teleservice::ecrire(db, scene.porteur(),
                                   {.dossier = scene.id, .version = version, .contenu = contenu},
                                   scene.moyens());
    }));
}

std::string accorde(const Scene& scene, teleservice::Reponse reponse) {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return teleservice::accorder(db, {tests::monde::voisin(), scene.maintenant},
                                     {{scene.id, entite, ""}, reponse, ""}, scene.moyens());
    }));
}

std::string repond(const Scene& scene) {
    const auto fait = scene.base.write([&](Writer& db) {
        return repondre(db, scene.porteur(), {scene.id, "Voici."}, scene.moyens());
    });
    return fait ? "fait" : fait.error().code + " " + fait.error().detail;
}

int en_vigueur(const Scene& scene) {
    return scene.base.read([&](Reader& db) {
        return teleservice::version_en_vigueur(db, *teleservice::dernier_depot(db, scene.id));
    });
}

// Deposited with the agreement of its member; its desk asks for something in words.
void demander_des_mots(Scene& scene) {
    REQUIRE(scene.base.write([&](Writer& db) {
        return teleservice::inviter(db, scene.porteur(),
                                    {scene.id, entite, "porteur-2@exemple.test"}, scene.moyens());
    }));
    REQUIRE(accorde(scene, teleservice::Reponse::oui) == "fait");
    scene.depose();
    REQUIRE(scene.prend(scene.guichet()) == "fait");
    REQUIRE(scene.demande({{"DOC-02"}}) == "fait");
}

std::string avec(const std::string& avant, const std::string& apres) {
    auto texte = tests::monde::contenu_de({});
    const auto ou = texte.find(avant);
    REQUIRE(ou != std::string::npos);
    return texte.replace(ou, avant.size(), apres);
}

}  // namespace

TEST_CASE("an answer that changes a member's part waits for that member's agreement") {
    sur_chaque_base([](Scene& scene) {
        demander_des_mots(scene);
        const auto avant = en_vigueur(scene);
        REQUIRE(ecrit(scene, 2, avec("acquisition", "montee_de_version")) == "fait");
        CHECK(repond(scene) == std::string{"reponse.accord_manquant "} + entite);
        CHECK(en_vigueur(scene) == avant);  // the desk judges what it judged
        REQUIRE(accorde(scene, teleservice::Reponse::oui) == "fait");
        CHECK(repond(scene) == "fait");
        CHECK(en_vigueur(scene) == 3);
    });
}

TEST_CASE("an answer that leaves a member's part as it is does not wait for it") {
    sur_chaque_base([](Scene& scene) {
        demander_des_mots(scene);
        REQUIRE(accorde(scene, teleservice::Reponse::non) == "fait");
        REQUIRE(ecrit(scene, 2, avec("99999900600011", "99999900600029")) == "fait");
        CHECK(repond(scene) == "fait");
        CHECK(en_vigueur(scene) == 3);
    });
}

}  // namespace grappe::instruction
