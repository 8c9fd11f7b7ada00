// From a request to an account.
#include "identity/inscription.hpp"

#include <doctest/doctest.h>

#include "audit/journal.hpp"
#include "identity/monde_pour_tests.hpp"
#include "identity/redite.hpp"
#include "secret/empreinte.hpp"

namespace grappe::identity {

using storage::Base;
using namespace std::chrono_literals;

TEST_CASE("an account exists once its link was followed, and the link serves once") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        REQUIRE(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", bon)));
        CHECK(monde.compte("a@exemple.fr").empty());
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "session.refusee");
        const auto jeton = monde.jeton_recu();
        CHECK(dit(activer(monde.moyens, "autre")) == "jeton.perime");
        CHECK(dit(activer(monde.moyens, jeton)) == "fait");
        CHECK(dit(activer(monde.moyens, jeton)) == "jeton.perime");
        CHECK(dit(monde.connexion("A@exemple.FR", bon, "")) == "fait");
    });
}

TEST_CASE("a link lasts 48 hours") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        REQUIRE(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", bon)));
        const auto jeton = monde.jeton_recu();
        SUBCASE("a second before") {
            monde.avancer(48h - 1s);
            CHECK(dit(activer(monde.moyens, jeton)) == "fait");
        }
        SUBCASE("at its end") {
            monde.avancer(48h);
            CHECK(dit(activer(monde.moyens, jeton)) == "jeton.perime");
        }
    });
}

TEST_CASE("a known address gets another mail and nobody else learns of it") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        CHECK(dit(demander_un_compte(monde.moyens,
                                     monde.demande("A@exemple.fr", "autre phrase !"))) == "fait");
        const auto messages = monde.releve();
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].objet == "Vous avez déjà un compte Grappe");
        CHECK(messages[0].corps.find("jeton=") == std::string::npos);
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
        CHECK(dit(monde.connexion("a@exemple.fr", "autre phrase !", "")) == "session.refusee");
    });
}

TEST_CASE("who asks first with another's address does not choose the password of its owner") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        REQUIRE(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", "d'un intrus !!")));
        const auto intrus = monde.jeton_recu();
        REQUIRE(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", bon)));
        REQUIRE(activer(monde.moyens, monde.jeton_recu()));
        CHECK(dit(activer(monde.moyens, intrus)) == "jeton.perime");
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
        CHECK(dit(monde.connexion("a@exemple.fr", "d'un intrus !!", "")) == "session.refusee");
    });
}

TEST_CASE("every fault of the form is said at once") {
    Base base = Base::in_memory();
    const auto fautes = fautes_de({.courriel = "a",
                                   .nom = "",
                                   .prenom = "Camille",
                                   .mot_de_passe = secret::Secret{"court"},
                                   .origine = {}});
    REQUIRE(fautes.size() == 3);
    CHECK(fautes[0].champ == "courriel");
    CHECK(fautes[1].code == "nom.vide");
    CHECK(fautes[2].code == "mot_de_passe.court");
}

TEST_CASE("a mailbox is not flooded, and nobody is told") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        for (int n = 0; n < 13; ++n)
            CHECK(dit(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", bon))) ==
                  "fait");
        CHECK(monde.releve().size() == 10);
        monde.avancer(1h);
        CHECK(dit(demander_un_compte(monde.moyens, monde.demande("a@exemple.fr", bon))) == "fait");
        CHECK(monde.releve().size() == 1);
    });
}

TEST_CASE("a request sent twice with one key is done once, and a key serves one request") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        auto demande = monde.demande("a@exemple.fr", bon);
        demande.envoi = {.cle = "k", .texte = "premiere"};
        const auto demander = [&] { return dit(demander_un_compte(monde.moyens, demande)); };
        CHECK(demander() == "fait");
        CHECK(demander() == "fait");
        CHECK(monde.releve().size() == 1);

        demande.envoi.texte = "autre";
        CHECK(demander() == "rejeu.autre_demande");
        demande.origine.adresse = "192.0.2.2";  // a stranger's key
        CHECK(demander() == "fait");
        demande.envoi = {.cle = std::string(201, 'x'), .texte = "autre"};
        CHECK(demander() == "rejeu.cle");
        demande.envoi = {};
        CHECK(demander() == "fait");
        CHECK(demander() == "fait");
        CHECK(monde.releve().size() == 3);
    });
}

TEST_CASE("what was refused is no request done: its key serves again") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        auto demande = monde.demande("a@exemple.fr", "court");
        demande.envoi = {.cle = "k", .texte = "premiere"};
        CHECK(dit(demander_un_compte(monde.moyens, demande)) == "mot_de_passe.court");
        demande.mot_de_passe = secret::Secret{bon};
        demande.envoi.texte = "corrigee";
        CHECK(dit(demander_un_compte(monde.moyens, demande)) == "fait");
    });
}

TEST_CASE("a key is remembered for a day, by digests that need the key of the vault") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        auto demande = monde.demande("a@exemple.fr", bon);
        demande.envoi = {.cle = "ma-cle", .texte = "a@exemple.fr une phrase de passe"};
        REQUIRE(demander_un_compte(monde.moyens, demande));
        constexpr storage::Statement gardee{"essai.redite", "SELECT cle, empreinte FROM redite"};
        const auto [cle, empreinte] = *base.read([&](storage::Reader& db) {
            return db.one(gardee, [](const storage::Row& row) {
                return std::pair{row.get<std::string>("cle"), row.get<std::string>("empreinte")};
            });
        });
        CHECK(cle.find("ma-cle") == std::string::npos);
        CHECK(empreinte != secret::empreinte(demande.envoi.texte));

        Monde ailleurs{base};  // another vault
        CHECK(dit(demander_un_compte(ailleurs.moyens, demande)) == "fait");
        demande.envoi.texte = "autre";
        CHECK(dit(demander_un_compte(monde.moyens, demande)) == "rejeu.autre_demande");
        const auto oublier = [&] {
            (void)base.write([&](storage::Writer& db) -> core::Result<void> {
                oublier_les_redites(db, monde.moyens.reel);
                return {};
            });
        };
        monde.avancer(24h);
        oublier();
        CHECK(dit(demander_un_compte(monde.moyens, demande)) == "rejeu.autre_demande");
        monde.avancer(1s);
        oublier();
        CHECK(dit(demander_un_compte(monde.moyens, demande)) == "fait");
    });
}

TEST_CASE("the journal tells what happened and holds no name") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("secret.nom@exemple.fr", bon);
        (void)monde.connexion("secret.nom@exemple.fr", "pas le bon mot", "");
        constexpr storage::Statement lignes{
            "essai.journal",
            "SELECT acteur, acte, objet, issue, detail FROM journal ORDER BY numero"};
        std::string texte;
        base.read([&](storage::Reader& db) {
            db.each(lignes, [&](const storage::Row& row) {
                for (const auto* champ : {"acteur", "acte", "objet", "issue", "detail"})
                    texte += row.get<std::string>(champ) + " ";
            });
            return 0;
        });
        CHECK(texte.find("compte.demander") != std::string::npos);
        CHECK(texte.find("compte.activer") != std::string::npos);
        CHECK(texte.find("session.ouvrir") != std::string::npos);
        CHECK(texte.find("refuse session.refusee") != std::string::npos);
        CHECK(texte.find("exemple") == std::string::npos);
        CHECK(texte.find("Camille") == std::string::npos);
        CHECK(base.read([](storage::Reader& db) { return audit::verifier(db, {}); }));
    });
}

}  // namespace grappe::identity
