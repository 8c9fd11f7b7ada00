// A shared device: who enrols it, who takes over there, until when, and what a wrong code costs. On
// both engines.
#include "dui/appareil/appareil.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "dui/appareil/brouillon.hpp"
#include "dui/appareil/relais.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "identity/monde_pour_tests.hpp"

namespace grappe::appareil {
namespace {

using identity::a;
using storage::Base, storage::Reader, storage::Writer;

const std::string pin = "274910", autre_pin = "830215";

acces::Professionnel compte(const char* id, access::Role role) {
    return {.acteur = {.compte = id, .role = role},
            .etablissements = {element::tests::tilleuls().text()},
            .profession = {}};
}

struct Essai {
    identity::Monde monde;
    std::string cookie;
    Appareil appareil;

    explicit Essai(Base& base) : monde{base} {
        (void)base.write([&](Writer& db) -> core::Result<void> {
            for (const auto* id : {"chef", "alix", "zoe"}) element::tests::ouvrir_un_compte(db, id);
            cookie = enroler(db, compte("chef", access::Role::encadrement),
                             {element::tests::tilleuls(), "", " Tablette du jardin "},
                             monde.moyens.maintenant)
                         .value();
            appareil = reconnaitre(db, cookie).value();
            return {};
        });
    }

    identity::Presence connecte(const char* id) {
        const auto ouverte = monde.moyens.base.write([&](Writer& db) -> core::Result<std::string> {
            return identity::ouvrir_session(db, id, "essai", monde.moyens.reel).jeton;
        });
        return presence(*ouverte).value();
    }
    std::optional<identity::Presence> presence(const std::string& jeton) {
        return monde.moyens.base.read(
            [&](Reader& db) { return identity::retrouver(db, jeton, monde.moyens.reel); });
    }
    core::Result<identity::NouvelleSession> ouvre(const char* id, const std::string& code,
                                                  const std::string& badge = "") {
        const auto qui = connecte(id);
        return ouvrir(monde.moyens, qui, {appareil, qui.session, secret::Secret{code}, badge});
    }
    std::string prend(const char* id, const std::string& code, const std::string& badge = "") {
        const auto prise =
            prendre(monde.moyens, {cookie, id, secret::Secret{code}, badge, derniere});
        if (!prise) return prise.error().code;
        derniere = prise->jeton;
        return presence(derniere).value().acteur.compte;
    }
    std::string derniere{};
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace

TEST_CASE("who leads the establishment enrols a device there, and nobody else") {
    essayer([](Essai& essai) {
        CHECK(essai.appareil.nom == "Tablette du jardin");
        const auto issue = [&](access::Role role, const char* unite, const std::string& nom) {
            const core::Result<std::string> fait = essai.monde.moyens.base.write([&](Writer& db) {
                return enroler(db, compte("chef", role), {element::tests::tilleuls(), unite, nom},
                               essai.monde.moyens.maintenant);
            });
            return fait ? "fait" : fait.error().code;
        };
        CHECK(issue(access::Role::encadrement, "", "Autre") == "fait");
        CHECK(issue(access::Role::professionnel, "", "Autre") == "dui.etablissement_interdit");
        CHECK(issue(access::Role::informatique, "", "Autre") == "dui.etablissement_interdit");
        CHECK(issue(access::Role::encadrement, "nulle-part", "Autre") == "unite.inconnue");
        CHECK(issue(access::Role::encadrement, "", " ") == "appareil.nom");
        CHECK(issue(access::Role::encadrement, "", std::string(61, 'x')) == "appareil.nom");
    });
}

TEST_CASE(
    "a code opens nothing before a full sign-in there, then hands over until the shift ends") {
    essayer([](Essai& essai) {
        CHECK(essai.prend("alix", pin) == "relais.refuse");
        REQUIRE(essai.ouvre("alix", pin));
        REQUIRE(essai.ouvre("zoe", autre_pin, "BADGE-0042"));
        CHECK(essai.prend("alix", pin) == "alix");
        const auto d_alix = essai.derniere;
        CHECK(essai.presence(d_alix)->partage == essai.appareil.id);
        CHECK(essai.prend("", "", "BADGE-0042") == "zoe");
        CHECK_FALSE(essai.presence(d_alix));  // the device had changed hands
        CHECK(essai.prend("", "", "BADGE-9999") == "relais.refuse");
        CHECK(essai.prend("alix", autre_pin) == "relais.refuse");
        essai.monde.avancer(std::chrono::hours{9});  // from 9:00 to 18:00: the morning is over
        CHECK(essai.prend("alix", pin) == "relais.bloque");
        CHECK_FALSE(essai.presence(essai.derniere));
    });
}

TEST_CASE("five wrong tries close the way until a full sign-in, the right code too") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ouvre("alix", pin));
        for (int fois = 0; fois < 4; ++fois)
            CHECK(essai.prend("alix", "111222") == "relais.refuse");
        CHECK(essai.prend("alix", pin) == "alix");  // it gives the tries back
        for (int fois = 0; fois < 5; ++fois)
            CHECK(essai.prend("alix", "111222") == "relais.refuse");
        CHECK(essai.prend("alix", pin) == "relais.bloque");
        essai.monde.avancer(std::chrono::minutes{30});  // time alone does not open it
        CHECK(essai.prend("alix", pin) == "relais.bloque");
        REQUIRE(essai.ouvre("alix", pin));
        CHECK(essai.prend("alix", pin) == "alix");
    });
}

TEST_CASE("a device counts wrong codes whoever they are for") {
    essayer([](Essai& essai) {
        REQUIRE(essai.ouvre("alix", pin));
        for (int n = 0; n < 20; ++n)
            CHECK(essai.prend("", "", "BADGE-" + std::to_string(n)) == "relais.refuse");
        CHECK(essai.prend("alix", pin) == "session.trop_d_essais");
        essai.monde.avancer(std::chrono::minutes{16});
        CHECK(essai.prend("alix", pin) == "alix");
    });
}

TEST_CASE("a code is six digits that are not a row; a badge is one person's") {
    for (const auto* faible : {"12345", "1234567", "12345a", ""})
        CHECK(verifier_le_pin(faible).error().code == "relais.pin_forme");
    for (const auto* facile : {"000000", "123456", "987654"})
        CHECK(verifier_le_pin(facile).error().code == "relais.pin_facile");
    CHECK(verifier_le_pin(pin));
    CHECK_FALSE(verifier_le_badge("A B C D E F"));
    CHECK_FALSE(verifier_le_badge("12345"));
    essayer([](Essai& essai) {
        REQUIRE(essai.ouvre("alix", pin, "BADGE-0042"));
        CHECK(essai.ouvre("zoe", pin, "BADGE-0042").error().code == "relais.badge_pris");
    });
}

TEST_CASE(
    "a taken over session sets no code, and an account with two factors never enters by one") {
    essayer([](Essai& essai) {
        const auto ouverte = essai.ouvre("alix", pin);
        REQUIRE(ouverte);
        auto qui = essai.presence(ouverte->jeton).value();
        const auto refus = [&] {
            return ouvrir(essai.monde.moyens, qui,
                          {essai.appareil, qui.session, secret::Secret{pin}, ""})
                .error()
                .code;
        };
        CHECK(refus() == "relais.connexion_complete");
        qui.partage.clear();
        qui.acteur.role = access::Role::direction;
        CHECK(refus() == "relais.second_facteur");
    });
}

TEST_CASE("a device taken back closes the sessions that were taken over there") {
    essayer([](Essai& essai) {
        const auto ouverte = essai.ouvre("alix", pin);
        REQUIRE(ouverte);
        const auto fait = essai.monde.moyens.base.write([&](Writer& db) {
            return retirer(db, compte("chef", access::Role::encadrement), essai.appareil.id,
                           essai.monde.moyens.maintenant);
        });
        REQUIRE(fait);
        CHECK_FALSE(essai.presence(ouverte->jeton));
        CHECK(essai.prend("alix", pin) == "appareil.inconnu");
    });
}

TEST_CASE("a draft opens for its owner only") {
    essayer([](Essai& essai) {
        auto& base = essai.monde.moyens.base;
        (void)base.write([&](Writer& db) -> core::Result<void> {
            garder_le_brouillon(db, essai.monde.coffre, "alix", "texte=Secret");
            return {};
        });
        base.read([&](Reader& db) {
            CHECK(brouillon_de(db, essai.monde.coffre, "alix") == "texte=Secret");
            CHECK_FALSE(brouillon_de(db, essai.monde.coffre, "zoe"));
            return 0;
        });
    });
}

TEST_CASE("a takeover lasts one hour beyond the shift that is worked") {
    const auto fin = [](const char* reel) { return fin_du_relais(a(reel)).utc_text(); };
    CHECK(fin("2026-02-01T08:00:00Z") == "2026-02-01T13:45:00Z");  // 9:00 in Paris: until 13:45
    CHECK(fin("2026-02-01T05:10:00Z") == "2026-02-01T13:55:00Z");  // early at 6:10
    CHECK(fin("2026-02-01T20:30:00Z") == "2026-02-02T06:45:00Z");  // the night, until 6:45
}

}  // namespace grappe::appareil
