// DESK-03 on every engine: who asks, who answers, what moves with the examination and what stays.
#include "portail/instruction/niveau.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using tests::Scene, tests::sur_chaque_base;
using enum ActeDInstructionNationale;

const access::Acteur national{.compte = "national", .role = access::Role::national, .region = ""};

Demandeur le_national(const Scene& scene) { return {national, scene.maintenant}; }

std::string deplace(const Scene& scene, const Demandeur& qui, const char* acte,
                    const char* motif = "Projet complexe.") {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return deplacer(db, qui, {.dossier = scene.id, .acte = acte, .motif = motif},
                        scene.moyens());
    }));
}

// Two regions, fewer than fifty establishments: the desk is regional (DESK-01).
void deposer_multiregional(Scene& scene) {
    (void)scene.base.write([](Writer& db) -> core::Result<void> {
        db.script(
            "INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role,"
            " region, cree_le, version) VALUES ('national', 'national@exemple.test',"
            " 'national@exemple.test', 'Exemple', 'Dominique', '-', 'national', '',"
            " '2024-01-01T00:00:00Z', 1)");
        return {};
    });
    auto contenu = tests::monde::contenu_de({.essms = 16});
    const std::string gironde{"\"departement\": \"33\""};
    contenu.replace(contenu.find(gironde), gironde.size(), "\"departement\": \"2A\"");
    REQUIRE(scene.base.write([&](Writer& db) {
        return teleservice::ecrire(db, scene.porteur(),
                                   {.dossier = scene.id, .version = 2, .contenu = contenu},
                                   scene.moyens());
    }));
    scene.depose();
}

std::vector<std::string> objets_a(const Scene& scene, std::string_view a) {
    std::vector<std::string> objets;
    for (const auto& pli : scene.base.read([](Reader& db) {
             return courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 200);
         }))
        if (pli.message.destinataire == a &&
            pli.message.objet.find("instruit au niveau national") != std::string::npos)
            objets.push_back(pli.message.corps);
    return objets;
}

teleservice::Dossier lu(const Scene& scene) {
    return scene.base.read([&](Reader& db) { return *teleservice::trouver(db, scene.id); });
}

}  // namespace

TEST_CASE("asked by the desk of the deposit and accepted, the examination is national") {
    sur_chaque_base([](Scene& scene) {
        deposer_multiregional(scene);
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(scene.prend(le_national(scene)) == "dossier.interdit");
        CHECK(deplace(scene, scene.guichet(), "demandee") == "fait");
        CHECK(deplace(scene, scene.guichet(), "demandee") == "niveau.deja_demande");
        CHECK(lu(scene).guichet_d_examen() == "75");
        CHECK(deplace(scene, le_national(scene), "acceptee") == "fait");
        CHECK(lu(scene).guichet_d_examen() == "national");
        CHECK(*lu(scene).guichet == "75");
        CHECK_FALSE(scene.examen().affectations.back().instructeur);
        // The one decides, the other reads.
        CHECK(scene.apprecie("ELIG-01", "conforme") == "dossier.interdit");
        const auto annote = [&](const Demandeur& qui) {
            return Scene::issue(scene.base.write([&](Writer& db) {
                return annoter(db, qui, {.dossier = scene.id, .texte = "Vu."});
            }));
        };
        CHECK(annote(scene.guichet()) == "fait");
        CHECK(annote(le_national(scene)) == "fait");
        CHECK(annote(scene.corse()) == "dossier.inconnu");
        CHECK(objets_a(scene, "porteur-1@exemple.test").size() == 1);
        CHECK(objets_a(scene, "ars-75@exemple.test").size() == 1);
        CHECK(objets_a(scene, "porteur-1@exemple.test")[0].find('{') == std::string::npos);
        CHECK(scene.base.read(
            [](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

TEST_CASE("the porteur sees what moved, with the reason of its desk, not what was refused") {
    sur_chaque_base([](Scene& scene) {
        deposer_multiregional(scene);
        const auto vus = [&] {
            return scene.base.read([&](Reader& db) {
                return teleservice::historique(db, scene.porteur(), scene.id)->nationales;
            });
        };
        REQUIRE(deplace(scene, scene.guichet(), "demandee", "Trop grand.") == "fait");
        REQUIRE(deplace(scene, le_national(scene), "refusee", "Restez-en là.") == "fait");
        CHECK(vus().empty());
        REQUIRE(deplace(scene, scene.guichet(), "demandee", "Deux régions.") == "fait");
        REQUIRE(deplace(scene, le_national(scene), "acceptee", "Entendu.") == "fait");
        REQUIRE(vus().size() == 1);
        CHECK(vus()[0].motif == "Deux régions.");
        REQUIRE(deplace(scene, le_national(scene), "rendue", "À vous.") == "fait");
        CHECK(vus().size() == 2);
        CHECK(lu(scene).guichet_d_examen() == "75");
        CHECK(scene.examen().nationales.size() == 5);
    });
}

TEST_CASE("each desk has its own acts, and each act its moment and its reason") {
    sur_chaque_base([](Scene& scene) {
        deposer_multiregional(scene);
        CHECK(deplace(scene, le_national(scene), "acceptee") == "niveau.rien_a_decider");
        CHECK(deplace(scene, le_national(scene), "demandee") == "niveau.pas_le_sien");
        CHECK(deplace(scene, scene.guichet(), "acceptee") == "niveau.pas_le_sien");
        CHECK(deplace(scene, scene.guichet(), "demander") == "niveau.acte");
        CHECK(deplace(scene, scene.guichet(), "demandee", "  ") == "instruction.texte_vide");
        CHECK(deplace(scene, scene.corse(), "demandee") == "dossier.inconnu");
        CHECK(deplace(scene, scene.porteur(), "demandee") == "dossier.interdit");
        REQUIRE(deplace(scene, scene.guichet(), "demandee") == "fait");
        const auto attendus =
            scene.base.read([&](Reader& db) { return dossiers_au_national(db, national); });
        REQUIRE(attendus.size() == 1);
        CHECK(attendus[0].acte == demandee);
        CHECK(attendus[0].financeur == "ARS Nouvelle-Aquitaine");
        CHECK(scene.base
                  .read([&](Reader& db) {
                      return dossiers_au_national(db,
                                                  tests::monde::guichet_de_nouvelle_aquitaine());
                  })
                  .empty());
        REQUIRE(deplace(scene, le_national(scene), "refusee") == "fait");
        CHECK(deplace(scene, le_national(scene), "acceptee") == "niveau.rien_a_decider");
    });
}

TEST_CASE("a dossier of one region stays where it is") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        CHECK(deplace(scene, scene.guichet(), "demandee") == "niveau.une_region");
    });
}

TEST_CASE("once judged, all that follows is the business of the desk of the deposit") {
    teleservice::Dossier dossier{.id = "d",
                                 .compte = "p",
                                 .appel = "NA-2024",
                                 .statut = Statut::en_instruction,
                                 .version = 1,
                                 .cree_le = tests::monde::midi(),
                                 .modifie_le = tests::monde::midi(),
                                 .guichet = "75"};
    dossier.au_national = true;
    CHECK(dossier.guichet_d_examen() == "national");
    dossier.statut = Statut::recevable;
    CHECK(dossier.guichet_d_examen() == "75");
    CHECK(permettre({dossier, 2, {}}, demandee).error().code == "niveau.juge");
    dossier.statut = Statut::depose;
    dossier.guichet = "national";
    CHECK(permettre({dossier, 2, {}}, demandee).error().code == "niveau.guichet_national");
}

}  // namespace grappe::instruction
