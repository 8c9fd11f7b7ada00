// Messages on every engine: who writes and reads, what stays, what is unread, which mail goes.
#include "portail/messagerie/messagerie.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/instruction/monde_pour_tests.hpp"
#include "portail/messagerie/message_repository.hpp"

namespace grappe::messagerie {
namespace {

using instruction::tests::Scene, instruction::tests::sur_chaque_base;
using storage::Reader, storage::Writer;

std::string ecrit(const Scene& scene, const Demandeur& qui, NouveauMessage nouveau) {
    nouveau.dossier = scene.id;
    return Scene::issue(
        scene.base.write([&](Writer& db) { return ecrire(db, qui, nouveau, scene.moyens()); }));
}

std::string dit(const Scene& scene, const Demandeur& qui, const std::string& texte) {
    return ecrit(scene, qui, {.dossier = "", .texte = texte});
}

core::Result<Fil> fil(const Scene& scene, const Demandeur& qui) {
    return scene.base.read([&](Reader& db) { return lire(db, qui, scene.id); });
}

std::vector<courrier::Pli> plis(const Scene& scene) {
    return scene.base.read([](Reader& db) {
        return courrier::a_envoyer(db, instruction::tests::monde::instant("2030-01-01T00:00:00Z"),
                                   100);
    });
}

// Of the mail to that account whose subject has these words; empty: there is none.
std::string corps_pour(const Scene& scene, const std::string& compte, const std::string& objet) {
    for (const auto& pli : plis(scene))
        if (pli.message.destinataire == compte + "@exemple.test" &&
            pli.message.objet.find(objet) != std::string::npos)
            return pli.message.corps;
    return {};
}

core::Result<int> lit(const Scene& scene, const Demandeur& qui, int numero) {
    return scene.base.write([&](Writer& db) { return marquer_lus(db, qui, {scene.id, numero}); });
}

std::vector<Attente> attentes_de(const Scene& scene, const Demandeur& qui) {
    return scene.base.read([&](Reader& db) { return attentes(db, qui.acteur); });
}

FichierRecu fichier(const char* nom) {
    return {
        .nom = nom, .format = pieces::Format::pdf, .sha256 = secret::empreinte(nom), .taille = 12};
}

// A member of the grappe that has accepted.
void rejoint(const Scene& scene, const char* compte) {
    (void)scene.base.write([&](Writer& db) -> core::Result<void> {
        const membres::Membre membre{
            .id = "m1",
            .dossier = scene.id,
            .finess_ej = core::Finess::parse("339909996").value(),
            .courriel = identity::Courriel::parse("m@exemple.test").value(),
            .compte = std::nullopt,
            .recupere_tva = std::nullopt,
            .invite_le = scene.maintenant,
            .accepte_le = std::nullopt};
        membres::ajouter(db, membre);
        membres::rattacher(db, membre.id, compte, scene.maintenant);
        return {};
    });
}

}  // namespace

TEST_CASE("a message is for a deposited dossier, between its porteur and its own desk") {
    sur_chaque_base([](Scene& scene) {
        CHECK(dit(scene, scene.porteur(), "Bonjour.") == "message.brouillon");
        CHECK(dit(scene, scene.guichet(), "Bonjour.") == "dossier.inconnu");
        scene.depose();
        CHECK(dit(scene, scene.porteur(), "Bonjour.") == "fait");
        CHECK(dit(scene, scene.guichet(), "Bonjour à vous.") == "fait");
        CHECK(dit(scene, scene.corse(), "Bonjour.") == "dossier.inconnu");
        const Demandeur voisin{instruction::tests::monde::voisin(), scene.maintenant};
        CHECK(dit(scene, voisin, "Bonjour.") == "dossier.inconnu");
        CHECK(fil(scene, voisin).error().code == "dossier.inconnu");
        const auto lu = fil(scene, scene.porteur());
        REQUIRE(lu);
        REQUIRE(lu->messages.size() == 2);
        CHECK(lu->messages[0].cote == Cote::porteur);
        CHECK(lu->messages[0].guichet.empty());
        CHECK(lu->messages[1].guichet == "ARS Nouvelle-Aquitaine");
        CHECK(scene.base.read(
            [](Reader& db) { return audit::verifier(db, std::nullopt).has_value(); }));
    });
}

TEST_CASE("a member of the grappe reads the messages, and writes none") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(dit(scene, scene.guichet(), "Une question.") == "fait");
        const Demandeur voisin{instruction::tests::monde::voisin(), scene.maintenant};
        rejoint(scene, "porteur-2");
        const auto lu = fil(scene, voisin);
        REQUIRE(lu);
        CHECK(lu->non_lus() == 1);
        const auto resume =
            scene.base.read([&](Reader& db) { return resumer(db, voisin, scene.id); });
        CHECK(resume->messages == lu->dernier());
        CHECK(resume->non_lus == lu->non_lus());
        CHECK_FALSE(lu->ouvert);
        CHECK(dit(scene, voisin, "Moi aussi.") == "dossier.interdit");
        CHECK(lit(scene, voisin, 1).value() == 0);
        CHECK(fil(scene, voisin)->non_lus() == 0);
        CHECK(fil(scene, scene.porteur())->non_lus() == 1);  // each account for itself
    });
}

TEST_CASE("words or files, within bounds that are told") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        const auto qui = scene.porteur();
        CHECK(dit(scene, qui, " \n ") == "message.vide");
        CHECK(dit(scene, qui, std::string(instruction::texte_max, 'a')) == "fait");
        CHECK(dit(scene, qui, std::string(instruction::texte_max + 1, 'a')) == "message.long");
        CHECK(ecrit(scene, qui, {.dossier = "", .texte = "", .fichiers = {fichier("a.pdf")}}) ==
              "fait");
        const std::vector cinq(fichiers_max, fichier("b.pdf"));
        CHECK(ecrit(scene, qui, {.dossier = "", .texte = "", .fichiers = cinq}) == "fait");
        const std::vector six(fichiers_max + 1, fichier("b.pdf"));
        CHECK(ecrit(scene, qui, {.dossier = "", .texte = "", .fichiers = six}) ==
              "message.fichiers");
        CHECK(fil(scene, qui)->messages.back().fichiers.size() == fichiers_max);
    });
}

TEST_CASE("fifty messages a day of one person in a dossier, and again the next day") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        for (int rang = 0; rang < messages_par_jour; ++rang)
            REQUIRE(dit(scene, scene.porteur(), "Encore.") == "fait");
        CHECK(dit(scene, scene.porteur(), "Encore.") == "message.trop");
        CHECK(dit(scene, scene.guichet(), "Et moi ?") == "fait");
        scene.maintenant = instruction::tests::monde::instant("2024-03-02T12:00:00Z");
        CHECK(dit(scene, scene.porteur(), "Encore.") == "fait");
    });
}

TEST_CASE("a withdrawn dossier keeps its messages and takes no other") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(dit(scene, scene.porteur(), "Bonjour.") == "fait");
        REQUIRE(scene.base.write([&](Writer& db) {
            return teleservice::retirer(db, scene.porteur(), {scene.id, "Projet abandonné."});
        }));
        CHECK(dit(scene, scene.porteur(), "Encore.") == "message.clos");
        CHECK(fil(scene, scene.guichet())->messages.size() == 1);
        CHECK_FALSE(fil(scene, scene.guichet())->ouvert);
    });
}

TEST_CASE("what was read is said by an act, and by an answer as far as its author saw") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(dit(scene, scene.porteur(), "Un.") == "fait");
        REQUIRE(dit(scene, scene.porteur(), "Deux.") == "fait");
        REQUIRE(attentes_de(scene, scene.guichet()).size() == 1);
        CHECK(attentes_de(scene, scene.guichet())[0].nombre == 2);
        CHECK(attentes_de(scene, scene.guichet())[0].porteur == "Association fictive");
        CHECK(attentes_de(scene, scene.corse()).empty());
        CHECK(attentes_de(scene, scene.porteur()).empty());
        CHECK(lit(scene, scene.guichet(), 1).value() == 1);
        CHECK(attentes_de(scene, scene.guichet())[0].nombre == 1);
        // The third one came while the desk was writing.
        REQUIRE(dit(scene, scene.porteur(), "Trois.") == "fait");
        REQUIRE(ecrit(scene, scene.guichet(), {.dossier = "", .texte = "Vu.", .vu = 2}) == "fait");
        CHECK(fil(scene, scene.guichet())->non_lus() == 1);
        CHECK(lit(scene, scene.guichet(), 3).value() == 0);
        CHECK(attentes_de(scene, scene.guichet()).empty());
        CHECK(lit(scene, scene.guichet(), 1).value() == 0);  // reading never goes back
        CHECK(lit(scene, scene.guichet(), 9).error().code == "message.inconnu");
        CHECK(lit(scene, scene.guichet(), 0).error().code == "message.inconnu");
        CHECK(fil(scene, scene.porteur())->non_lus() == 1);
    });
}

TEST_CASE("an author that claims to have seen what does not exist has read nothing of it") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(ecrit(scene, scene.guichet(), {.dossier = "", .texte = "Un.", .vu = 99}) == "fait");
        REQUIRE(dit(scene, scene.porteur(), "Deux.") == "fait");
        CHECK(fil(scene, scene.guichet())->non_lus() == 1);
    });
}

TEST_CASE("a mail tells the other side that a message came, and nothing of it") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(dit(scene, scene.porteur(), "Le secret du porteur.") == "fait");
        REQUIRE(plis(scene).size() == 2);  // the receipt, then one for the only account of the desk
        CHECK(corps_pour(scene, "ars-75", "nouveau message")
                  .find("/bureau/dossiers/" + scene.id + "/messages") != std::string::npos);
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        REQUIRE(dit(scene, scene.guichet(), "Le secret du guichet.") == "fait");
        REQUIRE(plis(scene).size() == 4);
        const auto annonce = corps_pour(scene, "porteur-1", "nouveau message");
        CHECK(annonce.find("ARS Nouvelle-Aquitaine") != std::string::npos);
        CHECK(annonce.find("/dossiers/" + scene.id + "/messages") != std::string::npos);
        for (const auto& pli : plis(scene))
            CHECK((pli.message.objet + pli.message.corps).find("secret") == std::string::npos);
        // A message is no letter of the desk.
        CHECK(scene.base.read([&](Reader& db) { return instruction::lettres(db, scene.id); })
                  .size() == 1);
    });
}

TEST_CASE("a file is read by whoever reads the thread, under its own message only") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        REQUIRE(ecrit(scene, scene.porteur(),
                      {.dossier = "", .texte = "", .fichiers = {fichier("a.pdf")}}) == "fait");
        REQUIRE(dit(scene, scene.porteur(), "Suite.") == "fait");
        const auto id = fil(scene, scene.porteur())->messages[0].fichiers[0].id;
        const auto code = [&](const Demandeur& qui, int numero, const std::string& un) {
            return Scene::issue(scene.base.read([&](Reader& db) {
                return lire_fichier(db, qui, {scene.id, numero}, un);
            }));
        };
        CHECK(code(scene.guichet(), 1, id) == "fait");
        CHECK(code(scene.porteur(), 1, id) == "fait");
        CHECK(code(scene.corse(), 1, id) == "dossier.inconnu");
        CHECK(code(scene.guichet(), 2, id) == "message.fichier_inconnu");
        CHECK(code(scene.guichet(), 1, "ailleurs") == "message.fichier_inconnu");
    });
}

}  // namespace grappe::messagerie
