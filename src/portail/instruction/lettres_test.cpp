// Models of letters on every engine: their fields, their reasons, the way back; which are refused.
#include "portail/instruction/lettres.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "courrier/boite.hpp"
#include "portail/instruction/monde_pour_tests.hpp"

namespace grappe::instruction {
namespace {

using storage::Reader, storage::Writer;
using tests::Scene, tests::sur_chaque_base;

const access::Acteur& administrateur() {
    static const access::Acteur admin{.compte = "ars-75", .role = access::Role::admin};
    return admin;
}

std::string change(const Scene& scene, const access::Acteur& qui, const NouveauModele& nouveau) {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return changer(db, {qui, scene.maintenant}, nouveau);
    }));
}

std::string revient(const Scene& scene, const char* motif) {
    return Scene::issue(scene.base.write([&](Writer& db) {
        return revenir_a_l_origine(db, {administrateur(), scene.maintenant},
                                   {GenreDeLettre::prise, motif}, tests::monde::francais());
    }));
}

Modele en_place(const Scene& scene) {
    return scene.base.read([](Reader& db) {
        return teleservice::modele(db, {GenreDeLettre::prise}, tests::monde::francais());
    });
}

NouveauModele nouveau(const char* corps, const char* motif) {
    return {
        .genre = GenreDeLettre::prise, .objet = "Dossier {numero}", .corps = corps, .motif = motif};
}

std::size_t plis_au_porteur(const Scene& scene) {
    return scene.base.read([](Reader& db) {
        const auto plis =
            courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 100);
        return static_cast<std::size_t>(std::count_if(plis.begin(), plis.end(), [](const auto& un) {
            return un.message.destinataire == "porteur-1@exemple.test";
        }));
    });
}

}  // namespace

TEST_CASE("a model is an administrator's, names known fields only, and changes for a reason") {
    sur_chaque_base([](Scene& scene) {
        const auto qui = administrateur();
        CHECK(change(scene, tests::monde::porteur(), nouveau("Pris. {lien}", "Plus court.")) ==
              "acces.interdit");
        CHECK(change(scene, qui, nouveau("Pris. {lien}", "  ")) == "lettre.motif");
        CHECK(change(scene, qui, nouveau("Pris par {personne}.", "Essai.")) == "lettre.champ");
        CHECK(change(scene, qui, nouveau("Pris par {guichet", "Essai.")) == "lettre.champ");
        CHECK(change(scene, qui, nouveau(" ", "Essai.")) == "instruction.texte_vide");
        CHECK(change(scene, qui, nouveau("Pris par {motif}. {lien}", "Essai.")) == "lettre.champ");
        CHECK(change(scene, qui, nouveau("Pris par {guichet}.", "Essai.")) == "lettre.obligatoire");
        CHECK_FALSE(en_place(scene).change);
        CHECK(change(scene, qui, nouveau("Pris par {guichet} : {lien}", "Plus court.")) == "fait");
        CHECK(en_place(scene).corps == "Pris par {guichet} : {lien}");
        CHECK(en_place(scene).change);
    });
}

TEST_CASE("the words of the program come back for a reason, and may be changed again") {
    sur_chaque_base([](Scene& scene) {
        const auto origine = en_place(scene).corps;
        REQUIRE(change(scene, administrateur(), nouveau("Pris. {lien}", "Plus court.")) == "fait");
        CHECK(revient(scene, "") == "lettre.motif");
        CHECK(revient(scene, "Le premier disait tout.") == "fait");
        CHECK(en_place(scene).corps == origine);
        CHECK(en_place(scene).version == 2);
        CHECK_FALSE(en_place(scene).change);
        REQUIRE(change(scene, administrateur(), nouveau("Encore. {lien}", "Autre essai.")) ==
                "fait");
        CHECK(en_place(scene).version == 3);
        CHECK(en_place(scene).corps == "Encore. {lien}");
    });
}

TEST_CASE("a preview fills every field and keeps nothing") {
    const auto apercu =
        apercevoir(nouveau("{guichet}, le {depose_le} : {lien}", ""), tests::monde::francais());
    REQUIRE(apercu);
    CHECK(apercu->objet == "Dossier NA-2024-000000");
    CHECK(apercu->corps.find('{') == std::string::npos);
    CHECK(apercevoir(nouveau("{x}", ""), tests::monde::francais()).error().code == "lettre.champ");
}

TEST_CASE("a desk has words of its own, then those of all, then those of the program") {
    sur_chaque_base([](Scene& scene) {
        const auto qui = scene.guichet().acteur;
        auto sien = nouveau("À nous. {lien}", "Nos mots.");
        sien.guichet = "94";
        CHECK(change(scene, qui, sien) == "acces.interdit");
        sien.guichet = "75";
        CHECK(change(scene, qui, sien) == "fait");
        REQUIRE(change(scene, administrateur(), nouveau("À tous. {lien}", "Un.")) == "fait");
        const auto de = [&](std::string_view guichet) {
            return scene.base.read([&](Reader& db) {
                return teleservice::modele(db, {GenreDeLettre::prise, guichet},
                                           tests::monde::francais());
            });
        };
        CHECK(de("75").corps == "À nous. {lien}");
        CHECK(de("94").corps == "À tous. {lien}");
        CHECK_FALSE(de("94").change);
        REQUIRE(Scene::issue(scene.base.write([&](Writer& db) {
                    return revenir_a_l_origine(db, {qui, scene.maintenant},
                                               {GenreDeLettre::prise, "Assez.", "75"},
                                               tests::monde::francais());
                })) == "fait");
        CHECK(de("75").corps == "À tous. {lien}");
    });
}

TEST_CASE("the words of the program keep what has to stay, and name known fields") {
    for (const auto& [genre, nom] : names(GenreDeLettre{})) {
        CAPTURE(nom);
        const auto origine = teleservice::modele_d_origine(genre, tests::monde::francais());
        CHECK(apercevoir(
            {.genre = genre, .objet = origine.objet, .corps = origine.corps, .motif = ""},
            tests::monde::francais()));
    }
}

TEST_CASE("news may be refused, what asks or decides may not") {
    sur_chaque_base([](Scene& scene) {
        scene.depose();
        CHECK(plis_au_porteur(scene) == 1);  // the receipt
        (void)scene.base.write([&](Writer& db) -> core::Result<void> {
            identity::choisir_le_regime(db, "porteur-1", identity::Regime::actes, scene.maintenant);
            return {};
        });
        REQUIRE(scene.prend(scene.guichet()) == "fait");
        CHECK(plis_au_porteur(scene) == 1);
        REQUIRE(scene.demande({{.quoi = "DOC-05"}}) == "fait");
        CHECK(plis_au_porteur(scene) == 2);
        // The letter is kept with the dossier all the same.
        CHECK(scene.base.read([&](Reader& db) { return lettres(db, scene.id); }).size() == 2);
    });
}

}  // namespace grappe::instruction
