// Addresses, discovery documents, departures: what is believed and what is not.
#include "openid/annonce.hpp"

#include <doctest/doctest.h>

#include "openid/depart.hpp"

namespace grappe::openid {
namespace {

core::Instant a(const char* instant) { return core::Instant::parse(instant).value(); }

std::string annonce(const std::string& issuer, const std::string& jetons, const std::string& cles) {
    return R"({"issuer":")" + issuer +
           R"(","authorization_endpoint":"https://porte.example/aller","token_endpoint":")" +
           jetons + R"(","jwks_uri":")" + cles + R"("})";
}

std::string dit(const std::string& json) {
    const auto lue = lire_annonce(json, Adresse::parse("https://id.example/moi").value());
    return lue ? "bonne" : lue.error().detail;
}

}  // namespace

TEST_CASE("an address is https, or this very machine") {
    CHECK(Adresse::parse("https://id.example/moi")->origine() == "https://id.example:443");
    CHECK(Adresse::parse("https://ID.Example:8443")->origine() == "https://id.example:8443");
    CHECK(Adresse::parse("http://localhost:4593/api")->origine() == "http://localhost:4593");
    CHECK(Adresse::parse("http://[::1]:80/")->origine() == "http://[::1]:80");
    for (const auto* refusee :
         {"http://id.example/", "http://10.0.0.1/", "http://127.0.0.1.id.example/",
          "http://localhost@id.example/", "https://moi@id.example/", "file:///etc/passwd",
          "https://", "https:///chemin", "https://id.example:0/", "https://id.example:99999/",
          "https://id.example/a b", "https://id.example/#x", "https://id.example\\@autre/",
          "https://[fe80::1]/", "ftp://id.example/", "https://id.example/\r\nHost: x"})
        CHECK_MESSAGE(!Adresse::parse(refusee), refusee);
}

TEST_CASE("the server calls nothing beyond the origin of the issuer") {
    const std::string moi = "https://id.example/moi", jeton = "https://id.example/jeton",
                      cles = "https://id.example/cles";
    CHECK(dit(annonce(moi, jeton, cles)) == "bonne");
    CHECK(dit(annonce(moi + "/", jeton, cles)) == "issuer");
    CHECK(dit(annonce(moi, "https://ailleurs.example/jeton", cles)) == "token_endpoint");
    CHECK(dit(annonce(moi, "http://169.254.169.254/latest", cles)) == "token_endpoint");
    CHECK(dit(annonce(moi, jeton, "https://id.example:444/cles")) == "jwks_uri");
    CHECK(dit(annonce(moi, jeton, "http://localhost/cles")) == "jwks_uri");
    CHECK(dit("pas du json") == "json");
    auto sans_defi = annonce(moi, jeton, cles);
    sans_defi.pop_back();
    CHECK(dit(sans_defi + R"(,"code_challenge_methods_supported":["plain"]})") ==
          "code_challenge_methods");
    CHECK(adresse_de_l_annonce(Adresse::parse("https://id.example/moi/").value()) ==
          "https://id.example/moi/.well-known/openid-configuration");
}

TEST_CASE("the challenge is the one of RFC 7636, appendix B") {
    CHECK(defi_de("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST_CASE("a departure comes back as it left, for ten minutes, to its key only") {
    const auto coffre = secret::Coffre::neuf();
    const auto depart = nouveau_depart("/dossiers\n/ailleurs", "c1");
    CHECK(depart.etat != depart.nonce);
    const auto scelle = sceller(coffre, depart, a("2026-02-01T12:00:00Z"));
    const auto lu = desceller(coffre, scelle, a("2026-02-01T12:09:59Z"));
    REQUIRE(lu);
    CHECK(lu->etat == depart.etat);
    CHECK(lu->nonce == depart.nonce);
    CHECK(lu->verificateur == depart.verificateur);
    CHECK(lu->retour == "/dossiers/ailleurs");
    CHECK(lu->compte == "c1");
    CHECK_FALSE(desceller(coffre, scelle, a("2026-02-01T12:10:00Z")));
    CHECK_FALSE(desceller(secret::Coffre::neuf(), scelle, a("2026-02-01T12:00:00Z")));
    CHECK_FALSE(desceller(coffre, "", a("2026-02-01T12:00:00Z")));
}

}  // namespace grappe::openid
