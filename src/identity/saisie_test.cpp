// What is typed: addresses, names, passwords, codes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "identity/compte.hpp"
#include "identity/courriel.hpp"
#include "identity/limites.hpp"
#include "identity/regles_mot_de_passe.hpp"
#include "identity/totp.hpp"

namespace grappe::identity {
namespace {

std::string faute(const char* texte) {
    const auto lu = Courriel::parse(texte);
    return lu ? "" : lu.error().code;
}

std::string faute_du_mot(const std::string& mot) {
    const auto bon =
        accepter_mot_de_passe(Secret{mot}, {"camille.dupont@exemple.fr", "Dupont", "Camille"});
    return bon ? "" : bon.error().code;
}

}  // namespace

TEST_CASE("an address is read as typed and looked up in lower case") {
    CHECK(Courriel::parse("  Camille.Dupont@Exemple.FR ")->text() == "Camille.Dupont@Exemple.FR");
    CHECK(Courriel::parse("Camille.Dupont@Exemple.FR")->cle() == "camille.dupont@exemple.fr");
    CHECK(Courriel::parse("Camille+paie@Exemple.FR")->boite() == "camille@exemple.fr");
    CHECK(Courriel::parse("camille@exemple.fr")->boite() == "camille@exemple.fr");
    CHECK(Courriel::parse("+camille@exemple.fr")->boite() == "+camille@exemple.fr");
    for (const auto* juste : {"a@b", "a+b_c@exemple.org", "o'brien@x-y.fr", "1@2.3"})
        CHECK(faute(juste).empty());
    for (const auto* faux : {"a", "@b.fr", "a@", "a b@c.fr", "a@b..fr", ".a@b.fr", "a@-b.fr",
                             "a@b.fr\nBcc: x@y.fr", "<a@b.fr>", "a@b,c@d", "a@b.fr;c@d.fr"})
        CHECK(faute(faux) == "courriel.forme");
    CHECK(faute("  ") == "courriel.vide");
    CHECK(faute("hélène@exemple.fr") == "courriel.accents");
    CHECK(faute((std::string(65, 'a') + "@b.fr").c_str()) == "courriel.forme");
    CHECK(faute((std::string(64, 'a') + "@b.fr").c_str()).empty());
}

TEST_CASE("a name loses its control characters and its spaces around") {
    CHECK(*lire_nom("  Anne\t Marie\n") == "Anne Marie");
    CHECK(lire_nom(" \n ").error().code == "nom.vide");
    CHECK(lire_nom(std::string(201, 'a')).error().code == "nom.long");
    CHECK(lire_nom("\xff").error().code == "nom.long");
}

TEST_CASE("a password has twelve characters, whatever their bytes") {
    CHECK(faute_du_mot("éàüôîéàüôîé") == "mot_de_passe.court");
    CHECK(faute_du_mot("éàüôîéàüôîéz").empty());
    CHECK(faute_du_mot("une phrase de passe").empty());
    CHECK(faute_du_mot(std::string(1001, 'x')) == "mot_de_passe.long");
}

TEST_CASE("the most usual passwords and the account's own words are refused") {
    for (const auto* courant :
         {"123456789012", "AZERTYUIOPQS", "motdepasse123", "aaaaaaaaaaaa", "121212121212"})
        CHECK(faute_du_mot(courant) == "mot_de_passe.courant");
    for (const auto* personnel :
         {"camilledupont", "Camille-Dupont!", "dupontdupont", "camille.dupont@exemple.fr"})
        CHECK(faute_du_mot(personnel) == "mot_de_passe.personnel");
    CHECK(faute_du_mot("camille aime le vent").empty());
    CHECK(faute_du_mot("7!kQ#2pLz9@w").empty());
}

TEST_CASE("codes are those of RFC 6238") {
    const SecretTotp secret{"12345678901234567890"};
    CHECK(code_au_pas(secret, 59 / 30) == "287082");
    CHECK(code_au_pas(secret, 1111111109 / 30) == "081804");
    CHECK(code_au_pas(secret, 2000000000 / 30) == "279037");
    CHECK(en_base32(secret) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    CHECK(en_base32(nouveau_secret()).size() == 32);
    CHECK(adresse_otpauth(secret, "a@b.fr") ==
          "otpauth://totp/Grappe:a%40b.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
          "&issuer=Grappe&algorithm=SHA1&digits=6&period=30");
}

TEST_CASE("a code holds one step before and one after") {
    const SecretTotp secret{"12345678901234567890"};
    const auto instant = core::Instant::of(std::chrono::sys_seconds{std::chrono::seconds{3000}});
    for (const auto& [pas, admis] :
         {std::pair{98, false}, {99, true}, {100, true}, {101, true}, {102, false}}) {
        CAPTURE(pas);
        CHECK(pas_du_code(secret, code_au_pas(secret, pas), instant).has_value() == admis);
    }
    const auto code = code_au_pas(secret, 100);
    const auto espace = fmt::format("{} {}", code.substr(0, 3), code.substr(3));
    CHECK(pas_du_code(secret, espace, instant) == 100);
    CHECK_FALSE(pas_du_code(secret, "", instant));
    CHECK_FALSE(pas_du_code(secret, "12345", instant));
}

TEST_CASE("an IPv6 client is counted by its network") {
    CHECK(reseau_de("192.0.2.7") == "192.0.2.7");
    CHECK(reseau_de("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(reseau_de("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2");
    CHECK(reseau_de("::1") == "::1");
}

}  // namespace grappe::identity
