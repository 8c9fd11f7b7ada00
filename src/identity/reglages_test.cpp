// What an account changes, each with the password asked again and a word to the owner.
#include <doctest/doctest.h>

#include <set>

#include "identity/changement_courriel.hpp"
#include "identity/guichet.hpp"
#include "identity/monde_pour_tests.hpp"
#include "identity/mot_de_passe.hpp"
#include "identity/reglage_second_facteur.hpp"
#include "identity/second_facteur.hpp"

namespace grappe::identity {
namespace {

using storage::Base;
using namespace std::chrono_literals;

constexpr const char* nouveau = "tout autre chose";

std::string objets(Monde& monde) {
    std::set<std::string> lignes;
    for (const auto& message : monde.releve())
        lignes.insert(message.destinataire + " : " + message.objet + "\n");
    std::string texte;
    for (const auto& ligne : lignes) texte += ligne;
    return texte;
}

}  // namespace

TEST_CASE("a forgotten password: a link of one hour and one use, all sessions closed") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto session = monde.connexion("a@exemple.fr", bon, "");
        REQUIRE(demander_un_nouveau(monde.moyens, {"a@exemple.fr", {}}));
        const auto premier = monde.jeton_recu();
        REQUIRE(demander_un_nouveau(monde.moyens, {"a@exemple.fr", {}}));
        const auto second = monde.jeton_recu();
        CHECK(dit(choisir_un_nouveau(monde.moyens, second, secret::Secret{"court"})) ==
              "mot_de_passe.court");
        CHECK(dit(choisir_un_nouveau(monde.moyens, second, secret::Secret{nouveau})) == "fait");
        CHECK(objets(monde) == "a@exemple.fr : Votre mot de passe a été changé\n");
        CHECK(dit(choisir_un_nouveau(monde.moyens, second, secret::Secret{bon})) == "jeton.perime");
        CHECK(dit(choisir_un_nouveau(monde.moyens, premier, secret::Secret{bon})) ==
              "jeton.perime");
        CHECK_FALSE(monde.presence(session->jeton));
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "session.refusee");
        CHECK(dit(monde.connexion("a@exemple.fr", nouveau, "")) == "fait");
    });
}

TEST_CASE("a link for a new password ends after an hour") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        REQUIRE(demander_un_nouveau(monde.moyens, {"a@exemple.fr", {}}));
        const auto jeton = monde.jeton_recu();
        monde.avancer(1h - 1s);
        CHECK(lien_de_mot_de_passe_valable(monde.moyens, jeton));
        monde.avancer(1s);
        CHECK_FALSE(lien_de_mot_de_passe_valable(monde.moyens, jeton));
        CHECK(dit(choisir_un_nouveau(monde.moyens, jeton, secret::Secret{nouveau})) ==
              "jeton.perime");
    });
}

TEST_CASE("an unknown address gets the same answer and no mail") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        CHECK(dit(demander_un_nouveau(monde.moyens, {"inconnu@exemple.fr", {}})) == "fait");
        CHECK(monde.releve().empty());
    });
}

TEST_CASE("a changed password asks the old one and closes the other sessions") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto ici = monde.connexion("a@exemple.fr", bon, "");
        const auto ailleurs = monde.connexion("a@exemple.fr", bon, "");
        const auto changer = [&](const char* present) {
            return changer_mot_de_passe(monde.moyens,
                                        {.compte = monde.compte("a@exemple.fr"),
                                         .session = monde.presence(ici->jeton)->session,
                                         .present = secret::Secret{present},
                                         .nouveau = secret::Secret{nouveau}});
        };
        CHECK(dit(changer("pas le bon mot")) == "mot_de_passe.faux");
        CHECK(dit(changer(bon)) == "fait");
        CHECK(monde.presence(ici->jeton));
        CHECK_FALSE(monde.presence(ailleurs->jeton));
    });
}

TEST_CASE("guesses at the present password are counted like those of a sign-in") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto compte = monde.compte("a@exemple.fr");
        for (int essai = 0; essai < 10; ++essai)
            CHECK(dit(retirer(monde.moyens, compte, secret::Secret{"pas le bon"})) ==
                  "mot_de_passe.faux");
        CHECK(dit(retirer(monde.moyens, compte, secret::Secret{bon})) == "session.trop_d_essais");
    });
}

TEST_CASE("a new address proves itself, and the old one is warned") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        monde.inscrire("pris@exemple.fr", bon);
        const auto compte = monde.compte("a@exemple.fr");
        const auto demander = [&](const char* courriel, const char* mot) {
            return demander_changement_courriel(monde.moyens,
                                                {compte, courriel, secret::Secret{mot}});
        };
        CHECK(dit(demander("b@exemple.fr", "pas le bon mot")) == "mot_de_passe.faux");
        CHECK(dit(demander("b", bon)) == "courriel.forme");
        CHECK(dit(demander("A@Exemple.fr", bon)) == "courriel.inchange");
        CHECK(monde.releve().empty());
        CHECK(dit(demander("pris@exemple.fr", bon)) == "fait");
        CHECK(objets(monde).find("pris@exemple.fr : Vous avez déjà un compte Grappe") !=
              std::string::npos);
        CHECK(dit(demander("b@exemple.fr", bon)) == "fait");
        std::string jeton;
        bool avertie = false;
        for (const auto& message : monde.releve()) {
            if (message.destinataire == "b@exemple.fr") jeton = Monde::jeton_de(message);
            avertie = avertie || message.destinataire == "a@exemple.fr";
        }
        CHECK(avertie);
        CHECK(monde.compte("b@exemple.fr").empty());
        CHECK(dit(confirmer_changement_courriel(monde.moyens, jeton)) == "fait");
        CHECK(dit(confirmer_changement_courriel(monde.moyens, jeton)) == "jeton.perime");
        CHECK(monde.compte("b@exemple.fr") == compte);
        CHECK(monde.compte("a@exemple.fr").empty());
    });
}

namespace {

// The link of a change of address that somebody who knows the password asked for.
std::string lien_vers(Monde& monde, const char* courriel) {
    CHECK(dit(demander_changement_courriel(monde.moyens, {monde.compte("a@exemple.fr"), courriel,
                                                          secret::Secret{bon}})) == "fait");
    for (const auto& message : monde.releve())
        if (message.destinataire == courriel) return Monde::jeton_de(message);
    return {};
}

}  // namespace

TEST_CASE("a new password ends the links that were out, those of a change of address too") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto vole = lien_vers(monde, "voleur@exemple.fr");
        REQUIRE(demander_un_nouveau(monde.moyens, {"a@exemple.fr", {}}));
        const auto oubli = monde.jeton_recu();
        SUBCASE("changed with the present one") {
            CHECK(dit(changer_mot_de_passe(monde.moyens, {.compte = monde.compte("a@exemple.fr"),
                                                          .session = "",
                                                          .present = secret::Secret{bon},
                                                          .nouveau = secret::Secret{nouveau}})) ==
                  "fait");
            CHECK_FALSE(lien_de_mot_de_passe_valable(monde.moyens, oubli));
        }
        SUBCASE("chosen by mail") {
            CHECK(dit(choisir_un_nouveau(monde.moyens, oubli, secret::Secret{nouveau})) == "fait");
        }
        CHECK(dit(confirmer_changement_courriel(monde.moyens, vole)) == "jeton.perime");
        CHECK_FALSE(monde.compte("a@exemple.fr").empty());
    });
}

TEST_CASE("a new address ends the links that the old mailbox holds") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        REQUIRE(demander_un_nouveau(monde.moyens, {"a@exemple.fr", {}}));
        const auto ancien = monde.jeton_recu();
        const auto lien = lien_vers(monde, "b@exemple.fr");
        CHECK(dit(confirmer_changement_courriel(monde.moyens, lien)) == "fait");
        CHECK_FALSE(lien_de_mot_de_passe_valable(monde.moyens, ancien));
    });
}

TEST_CASE("a second factor is set by a code, replaced, and removed with the password") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto compte = monde.compte("a@exemple.fr");
        const auto& moyens = monde.moyens;
        CHECK(dit(proposer_second_facteur(moyens, compte, secret::Secret{"faux faux faux"})) ==
              "mot_de_passe.faux");
        const auto proposition = proposer_second_facteur(moyens, compte, secret::Secret{bon});
        REQUIRE(proposition);
        CHECK(proposition->otpauth.find(proposition->secret) != std::string::npos);
        CHECK(dit(poser(moyens, {compte, "", proposition->scellee, "000000"})) ==
              "session.code_refuse");
        CHECK(dit(relire_proposition(moyens, "autre compte", proposition->scellee)) ==
              "second_facteur.proposition");
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
        SUBCASE("too late") {
            monde.avancer(15min);
            CHECK(dit(poser(moyens, {compte, "", proposition->scellee, "000000"})) ==
                  "second_facteur.proposition");
        }
        SUBCASE("in time") {
            const auto clair =
                monde.coffre.desceller(proposition->scellee, "proposition:" + compte);
            const auto pas = monde.moyens.reel.utc().time_since_epoch().count() / 30;
            const SecretTotp secret{clair->substr(20)};
            CHECK(dit(poser(moyens, {compte, "", proposition->scellee,
                                     code_au_pas(secret, pas)})) == "fait");
            CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "second_facteur");
            CHECK(dit(monde.connexion("a@exemple.fr", bon, code_au_pas(secret, pas))) ==
                  "session.code_refuse");
            CHECK(dit(monde.connexion("a@exemple.fr", bon, code_au_pas(secret, pas + 1))) ==
                  "fait");
            CHECK(dit(retirer(moyens, compte, secret::Secret{"faux faux faux"})) ==
                  "mot_de_passe.faux");
            CHECK(dit(retirer(moyens, compte, secret::Secret{bon})) == "fait");
            CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
            CHECK(objets(monde) ==
                  "a@exemple.fr : Le second facteur de votre compte a été retiré\n"
                  "a@exemple.fr : Un second facteur protège votre compte\n");
            CHECK(dit(retirer(moyens, compte, secret::Secret{bon})) == "fait");
            CHECK(monde.releve().empty());  // there was none left to remove
        }
    });
}

TEST_CASE("accounts of the desks: role, region, password, and never twice") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        const auto creer = [&](access::Role role, const char* region, const char* mot) {
            return creer_compte(monde.moyens, {.role = role,
                                               .region = region,
                                               .courriel = "g@exemple.fr",
                                               .nom = "",
                                               .prenom = "",
                                               .mot_de_passe = secret::Secret{mot}});
        };
        CHECK(dit(creer(access::Role::porteur, "", bon)) == "compte.role");
        CHECK(dit(creer(access::Role::ars, "", bon)) == "compte.region_requise");
        CHECK(dit(creer(access::Role::admin, "75", bon)) == "compte.region_de_trop");
        CHECK(dit(creer(access::Role::national, "75", bon)) == "compte.region_de_trop");
        CHECK(dit(creer(access::Role::ars, "75", "court")) == "mot_de_passe.court");
        const auto remise = creer(access::Role::ars, "75", bon);
        REQUIRE(remise);
        CHECK(remise->totp_secret.size() == 32);
        CHECK(dit(creer(access::Role::national, "", bon)) == "compte.existe");
        CHECK(dit(retirer(monde.moyens, monde.compte("g@exemple.fr"), secret::Secret{bon})) ==
              "second_facteur.obligatoire");
        const auto refait = refaire_second_facteur(monde.moyens, "g@exemple.fr");
        REQUIRE(refait);
        CHECK(refait->totp_secret != remise->totp_secret);
        CHECK(dit(refaire_second_facteur(monde.moyens, "x@exemple.fr")) == "compte.inconnu");
    });
}

TEST_CASE("sessions are listed, closed one by one, never those of another") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        monde.inscrire("b@exemple.fr", bon);
        const auto compte = monde.compte("a@exemple.fr");
        const auto une = monde.connexion("a@exemple.fr", bon, "");
        const auto deux = monde.connexion("a@exemple.fr", bon, "");
        const auto sienne = monde.connexion("b@exemple.fr", bon, "");
        const auto liste = base.read(
            [&](storage::Reader& db) { return sessions_de(db, compte, monde.moyens.reel); });
        CHECK(liste.size() == 2);
        const auto fermer = [&](const std::string& jeton) {
            const auto session = monde.presence(jeton)->session;
            return *base.write([&](storage::Writer& db) -> core::Result<std::int64_t> {
                return fermer_session(db, compte, session);
            });
        };
        CHECK(fermer(une->jeton) == 1);
        CHECK(fermer(sienne->jeton) == 0);
        CHECK_FALSE(monde.presence(une->jeton));
        CHECK(monde.presence(deux->jeton));
        CHECK(monde.presence(sienne->jeton));
    });
}

TEST_CASE("a database sealed by another key is recognised") {
    storage::on_every_portail([](Base& base) {
        const auto coffre = secret::Coffre::neuf();
        const auto reconnaitre = [&](const secret::Coffre& un) {
            return base.write([&](storage::Writer& db) { return reconnaitre_le_coffre(db, un); });
        };
        CHECK(dit(reconnaitre(coffre)) == "fait");
        CHECK(dit(reconnaitre(coffre)) == "fait");
        CHECK(dit(reconnaitre(secret::Coffre::neuf())) == "coffre.autre_cle");
    });
}

TEST_CASE("cleaning forgets what is out of date and nothing else") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        auto demande = monde.demande("b@exemple.fr", bon);
        demande.envoi = {.cle = "k", .texte = "b"};
        REQUIRE(demander_un_compte(monde.moyens, demande));
        const auto session = monde.connexion("a@exemple.fr", bon, "");
        const auto nettoyer = [&] {
            return base.write([&](storage::Writer& db) -> core::Result<void> {
                faire_le_menage(db, monde.moyens.maintenant, monde.moyens.reel);
                return {};
            });
        };
        REQUIRE(nettoyer());
        CHECK(monde.presence(session->jeton));
        monde.avancer(24h * 30);
        REQUIRE(nettoyer());
        constexpr storage::Statement restes{
            "essai.restes",
            "SELECT (SELECT COUNT(*) FROM session_ouverte) + (SELECT COUNT(*) FROM "
            "inscription) + (SELECT COUNT(*) FROM tentative) + (SELECT COUNT(*) FROM redite) AS "
            "restes"};
        const auto combien = base.read([&](storage::Reader& db) {
            return *db.one(restes, [](const auto& row) { return row.template get<int>("restes"); });
        });
        CHECK(combien == 0);
    });
}

}  // namespace grappe::identity
