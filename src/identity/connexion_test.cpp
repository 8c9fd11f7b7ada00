// Signing in: passwords, codes, limits, sessions.
#include "identity/connexion.hpp"

#include <doctest/doctest.h>

#include "identity/guichet.hpp"
#include "identity/limites.hpp"
#include "identity/monde_pour_tests.hpp"
#include "identity/second_facteur.hpp"

namespace grappe::identity {
namespace {

using storage::Base;
using namespace std::chrono_literals;

constexpr const char* faux = "pas le bon mot";

// Of `bon`, made with two passes over 19 MiB.
constexpr const char* ancien_hache =
    "$argon2id$v=19$m=19456,t=2,p=1$W9JTWpeb422sJeLeX7Sfbg$0G3Ppy"
    "/qRuL3dVuA9eGPvVsqFnPwVwqJ+4Lpj+DUZoE";

void creer_ars(Monde& monde) {
    REQUIRE(creer_compte(monde.moyens, {.role = access::Role::ars,
                                        .region = "75",
                                        .courriel = "ars@exemple.fr",
                                        .nom = "",
                                        .prenom = "",
                                        .mot_de_passe = secret::Secret{bon}}));
}

std::string code_de(Monde& monde, std::chrono::seconds decalage) {
    const auto compte = monde.compte("ars@exemple.fr");
    const auto facteur = monde.moyens.base.read(
        [&](storage::Reader& db) { return lire_second_facteur(db, monde.coffre, compte); });
    const auto instant = monde.moyens.reel.utc() + decalage;
    return code_au_pas(facteur->secret, instant.time_since_epoch().count() / 30);
}

}  // namespace

TEST_CASE("a session speaks for its account, until it is left alone or old") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto session = monde.connexion("a@exemple.fr", bon, "");
        REQUIRE(session);
        const auto presence = monde.presence(session->jeton);
        REQUIRE(presence);
        CHECK(presence->nom == "Camille Exemple");
        CHECK(presence->acteur.role == access::Role::porteur);
        CHECK(presence->csrf == session->csrf);
        CHECK_FALSE(presence->a_rafraichir);
        CHECK_FALSE(monde.presence("autre"));
        CHECK_FALSE(monde.presence(""));
        SUBCASE("left alone") {
            monde.avancer(2h - 1s);
            CHECK(monde.presence(session->jeton));
            monde.avancer(1s);
            CHECK_FALSE(monde.presence(session->jeton));
        }
        SUBCASE("old, though used") {
            for (int heure = 0; heure < 11; ++heure) {
                monde.avancer(1h);
                const auto vue = monde.presence(session->jeton);
                REQUIRE(vue);
                CHECK(vue->a_rafraichir);
                (void)base.write([&](storage::Writer& db) -> core::Result<void> {
                    rafraichir(db, vue->session, monde.moyens.reel);
                    return {};
                });
            }
            monde.avancer(1h);
            CHECK_FALSE(monde.presence(session->jeton));
        }
    });
}

TEST_CASE("the database holds no token and no password that could be used") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        const auto session = monde.connexion("a@exemple.fr", bon, "");
        constexpr storage::Statement tout{
            "essai.tout",
            "SELECT empreinte, mot_de_passe FROM session_ouverte JOIN compte ON "
            "compte.id = session_ouverte.compte"};
        base.read([&](storage::Reader& db) {
            db.each(tout, [&](const storage::Row& row) {
                CHECK(row.get<std::string>("empreinte") != session->jeton);
                CHECK(row.get<std::string>("mot_de_passe").starts_with("$argon2id$"));
            });
            return 0;
        });
    });
}

TEST_CASE("ten failures in fifteen minutes stop an account, even for the right password") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        for (int essai = 0; essai < 9; ++essai)
            CHECK(dit(monde.connexion("a@exemple.fr", faux, "")) == "session.refusee");
        CHECK(dit(monde.connexion("A@EXEMPLE.fr", bon, "")) == "fait");
        CHECK(dit(monde.connexion("a@exemple.fr", faux, "")) == "session.refusee");
        const auto refus = monde.connexion("a@exemple.fr", bon, "");
        CHECK(dit(refus) == "session.trop_d_essais");
        CHECK(refus.error().reason == core::Reason::too_many);
        CHECK(dit(monde.connexion("b@exemple.fr", bon, "")) == "session.refusee");
        monde.avancer(15min - 1s);
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "session.trop_d_essais");
        monde.avancer(1s);
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
    });
}

TEST_CASE("an unknown account is refused and stopped like a known one") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        for (int essai = 0; essai < 10; ++essai)
            CHECK(dit(monde.connexion("inconnu@exemple.fr", bon, "")) == "session.refusee");
        CHECK(dit(monde.connexion("inconnu@exemple.fr", bon, "")) == "session.trop_d_essais");
    });
}

TEST_CASE("a hundred failures stop an address for all accounts") {
    auto base = Base::in_memory();
    REQUIRE(storage::migrate(
        base, storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/portail").value()));
    Monde monde{base};
    monde.inscrire("a@exemple.fr", bon);
    REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
        for (int essai = 0; essai < 99; ++essai)
            compter(db, monde.moyens, {Compteur::adresse, "192.0.2.1"});
        return {};
    }));
    CHECK(dit(monde.connexion("inconnu@exemple.fr", bon, "")) == "session.refusee");
    CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "session.trop_d_essais");
    const auto d_ailleurs = connecter(monde.moyens, {.courriel = "a@exemple.fr",
                                                     .mot_de_passe = secret::Secret{bon},
                                                     .code = "",
                                                     .origine = {"192.0.2.9", "essai"}});
    CHECK(dit(d_ailleurs) == "fait");
}

TEST_CASE("a desk needs a code, which serves once") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        creer_ars(monde);
        CHECK(dit(monde.connexion("ars@exemple.fr", faux, code_de(monde, 0s))) ==
              "session.refusee");
        const auto sans_code = monde.connexion("ars@exemple.fr", bon, "");
        CHECK(dit(sans_code) == "second_facteur");
        CHECK(sans_code.error().reason == core::Reason::unauthenticated);
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, "000000")) == "session.code_refuse");
        const auto code = code_de(monde, 0s);
        const auto session = monde.connexion("ars@exemple.fr", bon, code);
        REQUIRE(session);
        CHECK(monde.presence(session->jeton)->acteur.region == "75");
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, code)) == "session.code_refuse");
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, code_de(monde, -30s))) ==
              "session.code_refuse");
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, code_de(monde, 30s))) == "fait");
    });
}

TEST_CASE("the step between password and code stands for the password, for five minutes") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        creer_ars(monde);
        const auto etape = monde.connexion("ars@exemple.fr", bon, "").error().detail;
        const auto avec = [&](const std::string& une, const std::string& code) {
            return dit(connecter(monde.moyens, {.courriel = "",
                                                .mot_de_passe = secret::Secret{""},
                                                .code = code,
                                                .origine = {"192.0.2.1", "essai"},
                                                .etape = une}));
        };
        CHECK(avec("inventee", code_de(monde, 0s)) == "session.refusee");
        CHECK(avec(etape, "000000") == "session.code_refuse");
        SUBCASE("in time") { CHECK(avec(etape, code_de(monde, 0s)) == "fait"); }
        SUBCASE("too late") {
            monde.avancer(5min);
            CHECK(avec(etape, code_de(monde, 0s)) == "session.refusee");
        }
        SUBCASE("the password changed meanwhile") {
            base.connection().script("UPDATE compte SET mot_de_passe = 'autre'");
            CHECK(avec(etape, code_de(monde, 0s)) == "session.refusee");
        }
    });
}

TEST_CASE("a desk whose second factor is gone does not get in") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        creer_ars(monde);
        const auto code = code_de(monde, 0s);
        base.connection().script("DELETE FROM second_facteur");
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, code)) == "second_facteur");
    });
}

TEST_CASE("wrong codes are failures that count") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        creer_ars(monde);
        for (int essai = 0; essai < 10; ++essai)
            CHECK(dit(monde.connexion("ars@exemple.fr", bon, "000000")) == "session.code_refuse");
        CHECK(dit(monde.connexion("ars@exemple.fr", bon, code_de(monde, 0s))) ==
              "session.trop_d_essais");
    });
}

TEST_CASE("a password hashed with older parameters is hashed anew at the next sign-in") {
    storage::on_every_portail([](Base& base) {
        Monde monde{base};
        monde.inscrire("a@exemple.fr", bon);
        base.connection().script(std::string{"UPDATE compte SET mot_de_passe = '"} + ancien_hache +
                                 "'");
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
        const auto compte = base.read([&](storage::Reader& db) {
            return trouver_par_courriel(db, Courriel::parse("a@exemple.fr").value());
        });
        CHECK(compte->mot_de_passe.starts_with("$argon2id$v=19$m=32768,t=3,p=1$"));
        CHECK(dit(monde.connexion("a@exemple.fr", bon, "")) == "fait");
    });
}

}  // namespace grappe::identity
