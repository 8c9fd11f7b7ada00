// Persons replaced on every engine: the former access closes at once, the next one opens when it is
// accepted, and what the entity agreed to stays.
#include <doctest/doctest.h>

#include "portail/administration/monde_pour_tests.hpp"
#include "portail/teleservice/accord.hpp"
#include "portail/teleservice/lecture.hpp"
#include "portail/teleservice/succession.hpp"

namespace grappe::administration {
namespace {

using tests::Administration, tests::avec_un_administrateur;
using tests::Reader, tests::Scene, tests::Writer;

constexpr const char* entite = "339909996";

const access::Acteur& suivant() {
    static const access::Acteur acteur{.compte = "suivant", .role = access::Role::porteur};
    return acteur;
}

void ajouter_le_suivant(const Scene& scene) {
    (void)scene.base.write([](Writer& db) -> core::Result<bool> {
        db.script(
            "INSERT INTO compte (id, courriel, courriel_cle, nom, prenom, mot_de_passe, role,"
            " region, cree_le, version) VALUES ('suivant', 'suivant@exemple.test',"
            " 'suivant@exemple.test', 'Suivant', 'Sacha', '-', 'porteur', '',"
            " '2024-01-01T00:00:00Z', 1)");
        return true;
    });
}

std::string invite(const Administration& ici) {
    return ici.fait([&](Writer& db) {
        return teleservice::inviter(db, ici.scene.porteur(),
                                    {ici.scene.id, entite, "porteur-2@exemple.test"},
                                    ici.scene.moyens());
    });
}

std::string accorde(const Administration& ici, const access::Acteur& qui) {
    return ici.fait([&](Writer& db) {
        return teleservice::accorder(db, {qui, ici.scene.maintenant},
                                     {{ici.scene.id, entite, ""}, teleservice::Reponse::oui, ""},
                                     ici.scene.moyens());
    });
}

bool lit(const Administration& ici, const access::Acteur& qui) {
    return ici.scene.base.read([&](Reader& db) {
        return access::peut(qui, access::Permission::dossier_lire,
                            teleservice::trouver(db, ici.scene.id)->portee());
    });
}

std::string accepte(const Administration& ici, const access::Acteur& qui,
                    const std::string& jeton = "") {
    return ici.fait([&](Writer& db) {
        return teleservice::accepter_la_succession(db, {qui, ici.scene.maintenant},
                                                   {ici.scene.id, jeton}, ici.scene.moyens());
    });
}

std::string jeton(const Administration& ici, const char* a) {
    for (const auto& pli : ici.scene.base.read([](Reader& db) {
             return courrier::a_envoyer(db, tests::monde::instant("2030-01-01T00:00:00Z"), 200);
         }))
        if (pli.message.destinataire == a)
            if (const auto ou = pli.message.corps.find("succession?jeton=");
                ou != std::string::npos)
                return pli.message.corps.substr(ou + 17, 43);
    return {};
}

}  // namespace

TEST_CASE("a member's person is replaced: the entity's agreement waits for the next one") {
    avec_un_administrateur([](Administration& ici) {
        ajouter_le_suivant(ici.scene);
        REQUIRE(invite(ici) == "fait");
        REQUIRE(accorde(ici, tests::monde::voisin()) == "fait");
        CHECK(ici.remplace("339909988", "suivant@exemple.test") == "membre.inconnu");
        CHECK(ici.remplace(entite, "pas une adresse").starts_with("courriel."));
        CHECK(ici.remplace(entite, "porteur-2@exemple.test") == "administration.meme_adresse");
        CHECK(ici.remplace(entite, "porteur-1@exemple.test") == "administration.porteur");
        CHECK(ici.remplace(entite, "suivant@exemple.test") == "fait");
        CHECK_FALSE(lit(ici, tests::monde::voisin()));
        CHECK(ici.depot() == "depot.invitation_sans_reponse");
        CHECK(accorde(ici, tests::monde::voisin()) == "dossier.inconnu");
        CHECK(ici.lettres("Votre accès à un dossier est fermé", "porteur-2@exemple.test") == 1);
        CHECK(accorde(ici, suivant()) == "fait");
        CHECK(lit(ici, suivant()));
        CHECK(ici.depot() == "fait");
    });
}

TEST_CASE("the porteur is replaced: nobody has the dossier until the next one accepts") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        CHECK(ici.confie("porteur-1@exemple.test") == "administration.meme_adresse");
        CHECK(ici.confie("ars-75@exemple.test") == "administration.guichet");
        CHECK(ici.confie("suivant@exemple.test") == "fait");
        ajouter_le_suivant(ici.scene);  // the account comes after the invitation
        CHECK_FALSE(lit(ici, tests::monde::porteur()));
        CHECK_FALSE(lit(ici, suivant()));
        CHECK(ici.retire() == "dossier.inconnu");
        CHECK(accepte(ici, tests::monde::voisin()) == "dossier.inconnu");
        CHECK(accepte(ici, suivant()) == "fait");
        CHECK(lit(ici, suivant()));
        CHECK_FALSE(lit(ici, tests::monde::porteur()));
        CHECK(ici.lettres("Un dossier a changé de porteur", "porteur-1@exemple.test") == 1);
        CHECK(accepte(ici, suivant()) == "dossier.inconnu");  // once
    });
}

TEST_CASE("a link makes its holder the porteur, once, and another one ends it") {
    avec_un_administrateur([](Administration& ici) {
        REQUIRE(ici.confie("inconnu@exemple.test") == "fait");
        const auto premier = jeton(ici, "inconnu@exemple.test");
        REQUIRE(premier.size() == 43);
        REQUIRE(ici.confie("autre@exemple.test") == "fait");
        CHECK(accepte(ici, tests::monde::voisin(), premier) == "jeton.perime");
        const auto second = jeton(ici, "autre@exemple.test");
        CHECK(accepte(ici, tests::administrateur(), second) == "acces.interdit");
        CHECK(accepte(ici, tests::monde::voisin(), second) == "fait");
        CHECK(accepte(ici, tests::monde::voisin(), second) == "jeton.perime");
        CHECK(lit(ici, tests::monde::voisin()));
    });
}

TEST_CASE("a member does not become the porteur of its own dossier") {
    avec_un_administrateur([](Administration& ici) {
        REQUIRE(invite(ici) == "fait");
        REQUIRE(accorde(ici, tests::monde::voisin()) == "fait");
        CHECK(ici.confie("porteur-2@exemple.test") == "succession.membre");
        REQUIRE(ici.confie("ailleurs@exemple.test") == "fait");
        CHECK(accepte(ici, tests::monde::voisin(), jeton(ici, "ailleurs@exemple.test")) ==
              "succession.membre");
    });
}

TEST_CASE("a dossier is found by its number, its id or its porteur, by an administrator only") {
    avec_un_administrateur([](Administration& ici) {
        ici.scene.depose();
        const auto trouve = [&](const Demandeur& qui, const std::string& texte) {
            return ici.scene.base.read([&](Reader& db) { return chercher(db, qui, texte); });
        };
        const auto numero = ici.scene.examen().depot.numero;
        for (const auto& texte : {numero, ici.scene.id, std::string{" porteur-1@exemple.test "}}) {
            const auto lus = trouve(ici.admin(), texte);
            REQUIRE(lus);
            REQUIRE(lus->size() == 1);
            CHECK(lus->front().numero == numero);
        }
        CHECK(trouve(ici.admin(), "rien")->empty());
        CHECK(trouve(ici.scene.guichet(), numero).error().code == "acces.interdit");
    });
}

}  // namespace grappe::administration
