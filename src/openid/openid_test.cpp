// What makes an ID token good: one that is, then each way to be bad, alone.
#include <cjose/cjose.h>
#include <doctest/doctest.h>

#include <memory>

#include "openid/annonce.hpp"
#include "openid/depart.hpp"
#include "openid/jeton_id.hpp"
#include "openid/json.hpp"
#include "secret/empreinte.hpp"

namespace grappe::openid {
namespace {

struct Fin {
    void operator()(cjose_jwk_t* cle) const { cjose_jwk_release(cle); }
    void operator()(cjose_jws_t* jeton) const { cjose_jws_release(jeton); }
    void operator()(cjose_header_t* entete) const { cjose_header_release(entete); }
    void operator()(char* texte) const { cjose_get_dealloc()(texte); }
};
using Jwk = std::unique_ptr<cjose_jwk_t, Fin>;

constexpr std::string_view emetteur = "https://id.example/moi";

std::string en_json(const Jwk& cle) {
    cjose_err erreur;
    return std::unique_ptr<char, Fin>{cjose_jwk_to_json(cle.get(), false, &erreur)}.get();
}

Jwk nommee(Jwk cle, std::string_view kid) {
    cjose_err erreur;
    REQUIRE(cjose_jwk_set_kid(cle.get(), kid.data(), kid.size(), &erreur));
    return cle;
}

Jwk cle_rsa(std::string_view kid, std::size_t bits) {
    cjose_err erreur;
    constexpr std::array<std::uint8_t, 3> exposant{1, 0, 1};
    return nommee(Jwk{cjose_jwk_create_RSA_random(bits, exposant.data(), exposant.size(), &erreur)},
                  kid);
}

Jwk cle_ec(std::string_view kid) {
    cjose_err erreur;
    return nommee(Jwk{cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &erreur)}, kid);
}

std::string signe(const Jwk& cle, const char* alg, const char* kid, const std::string& contenu) {
    cjose_err erreur;
    const std::unique_ptr<cjose_header_t, Fin> entete{cjose_header_new(&erreur)};
    REQUIRE(cjose_header_set(entete.get(), "alg", alg, &erreur));
    if (*kid != '\0') REQUIRE(cjose_header_set(entete.get(), "kid", kid, &erreur));
    const std::unique_ptr<cjose_jws_t, Fin> jeton{cjose_jws_sign(
        cle.get(), entete.get(), reinterpret_cast<const std::uint8_t*>(contenu.data()),
        contenu.size(), &erreur)};
    REQUIRE(jeton);
    const char* texte = nullptr;
    REQUIRE(cjose_jws_export(jeton.get(), &texte, &erreur));
    return texte;
}

core::Instant a(const char* instant) { return core::Instant::parse(instant).value(); }

// 12:00:00 that day.
constexpr std::int64_t midi = 1769947200;

boost::json::object bon_contenu() {
    return {{"iss", emetteur}, {"aud", "grappe"},
            {"sub", "u-1"},    {"nonce", "le nonce"},
            {"iat", midi - 5}, {"exp", midi + 300},
            {"acr", "eidas2"}, {"amr", boost::json::array{"pwd", "otp"}}};
}

struct Scene {
    Jwk rsa = cle_rsa("r1", 2048), ec = cle_ec("e1");
    std::vector<Cle> cles =
        lire_cles("{\"keys\":[" + en_json(rsa) + "," + en_json(ec) + "]}").value();
    Attente attente{.emetteur = std::string{emetteur},
                    .client = "grappe",
                    .nonce = "le nonce",
                    .reel = a("2026-02-01T12:00:00Z")};

    std::string dit(const std::string& jeton) const {
        const auto fait = verifier(jeton, cles, attente);
        return fait ? "bon" : fait.error().code + " " + fait.error().detail;
    }
    std::string dit(const boost::json::object& contenu) const {
        return dit(signe(rsa, "RS256", "r1", boost::json::serialize(contenu)));
    }
    std::string avec(const char* nom, const boost::json::value& valeur) const {
        auto contenu = bon_contenu();
        contenu[nom] = valeur;
        return dit(contenu);
    }
    std::string sans(const char* nom) const {
        auto contenu = bon_contenu();
        contenu.erase(nom);
        return dit(contenu);
    }
};

const Scene& scene() {
    static const Scene une;
    return une;
}

std::string sans_signature(const char* entete, const std::string& contenu,
                           const std::string& signature) {
    return secret::en_base64_url(entete) + "." + secret::en_base64_url(contenu) + "." + signature;
}

}  // namespace

TEST_CASE("a good token says who, by an RSA key or an elliptic one, named or alone") {
    const auto& s = scene();
    const auto contenu = boost::json::serialize(bon_contenu());
    for (const auto& jeton :
         {signe(s.rsa, "RS256", "r1", contenu), signe(s.ec, "ES256", "e1", contenu),
          signe(s.rsa, "RS256", "", contenu)}) {
        const auto identite = verifier(jeton, s.cles, s.attente);
        REQUIRE(identite);
        CHECK(identite->sujet == "u-1");
        CHECK(identite->acr == "eidas2");
        CHECK(identite->amr == std::vector<std::string>{"pwd", "otp"});
    }
}

TEST_CASE("no signature, no entry: alg none in any case, or a signature left empty") {
    const auto contenu = boost::json::serialize(bon_contenu());
    for (const auto* entete : {R"({"alg":"none"})", R"({"alg":"None"})", R"({"alg":"NONE"})",
                               R"({"alg":""})", R"({"kid":"r1"})"})
        CHECK(scene().dit(sans_signature(entete, contenu, "")) == "openid.jeton alg");
    CHECK(scene()
              .dit(sans_signature(R"({"alg":"RS256","kid":"r1"})", contenu, ""))
              .starts_with("openid.jeton"));
}

TEST_CASE("the public key is no shared secret: HS256 with it is refused") {
    const auto& s = scene();
    cjose_err erreur;
    for (const auto& publique : {s.cles[0].jwk, en_json(s.rsa)}) {
        const Jwk faux{cjose_jwk_create_oct_spec(
            reinterpret_cast<const std::uint8_t*>(publique.data()), publique.size(), &erreur)};
        const auto jeton = signe(faux, "HS256", "r1", boost::json::serialize(bon_contenu()));
        CHECK(s.dit(jeton) == "openid.jeton alg");
    }
}

TEST_CASE("another key, a changed content, a stolen signature: refused") {
    const auto& s = scene();
    const auto contenu = boost::json::serialize(bon_contenu());
    CHECK(s.dit(signe(cle_rsa("r1", 2048), "RS256", "r1", contenu)) == "openid.jeton signature");
    CHECK(s.dit(signe(cle_ec("e1"), "ES256", "e1", contenu)) == "openid.jeton signature");
    auto autre = bon_contenu();
    autre["sub"] = "u-2";
    const auto bon = signe(s.rsa, "RS256", "r1", contenu);
    const auto point = bon.rfind('.');
    const auto greffe = bon.substr(0, bon.find('.') + 1) +
                        secret::en_base64_url(boost::json::serialize(autre)) + bon.substr(point);
    CHECK(s.dit(greffe) == "openid.jeton signature");
    CHECK(s.dit(bon.substr(0, point + 1) + "AAAA") != "bon");
    CHECK(s.dit(bon + ".x") == "openid.jeton forme");
    CHECK(s.dit("") == "openid.jeton forme");
    CHECK(s.dit("..") == "openid.jeton forme");
}

TEST_CASE(
    "a key of another kind than the algorithm does not verify, nor one that the token brings") {
    const auto& s = scene();
    const auto contenu = boost::json::serialize(bon_contenu());
    CHECK(s.dit(signe(s.rsa, "RS256", "e1", contenu)).starts_with("openid.cle_inconnue"));
    CHECK(s.dit(signe(s.rsa, "RS512", "r1", contenu)) == "openid.jeton alg");
    const auto etrangere = cle_rsa("x", 2048);
    CHECK(s.dit(signe(etrangere, "RS256", "x", contenu)).starts_with("openid.cle_inconnue"));
    const auto critique =
        sans_signature(R"({"alg":"RS256","kid":"r1","crit":["b64"]})", contenu, "AA");
    CHECK(s.dit(critique) == "openid.jeton crit");
}

TEST_CASE("issuer, audience and party are exact") {
    const auto& s = scene();
    CHECK(s.avec("iss", "https://id.example/moi/") == "openid.jeton iss");
    CHECK(s.sans("iss") == "openid.jeton iss");
    CHECK(s.avec("aud", "autre") == "openid.jeton aud");
    CHECK(s.avec("aud", boost::json::array{}) == "openid.jeton aud");
    CHECK(s.avec("aud", boost::json::array{"grappe"}) == "bon");
    CHECK(s.avec("aud", boost::json::array{"grappe", "autre"}) == "openid.jeton azp");
    CHECK(s.avec("azp", "autre") == "openid.jeton azp");
    CHECK(s.avec("azp", "grappe") == "bon");
}

TEST_CASE("a token has its time, to a minute of difference between two clocks") {
    const auto& s = scene();
    CHECK(s.avec("exp", midi - 59) == "bon");
    CHECK(s.avec("exp", midi - 60) == "openid.jeton exp");
    CHECK(s.avec("exp", "demain") == "openid.jeton exp");
    CHECK(s.sans("exp") == "openid.jeton exp");
    CHECK(s.avec("iat", midi + 60) == "bon");
    CHECK(s.avec("iat", midi + 61) == "openid.jeton iat");
    CHECK(s.avec("iat", midi - 601) == "openid.jeton iat");
    CHECK(s.sans("iat") == "openid.jeton iat");
    CHECK(s.avec("nbf", midi + 61) == "openid.jeton nbf");
}

TEST_CASE("the token of another attempt is refused, one without nonce too") {
    CHECK(scene().avec("nonce", "un autre") == "openid.jeton nonce");
    CHECK(scene().sans("nonce") == "openid.jeton nonce");
    CHECK(scene().avec("sub", "") == "openid.jeton sub");
    CHECK(scene().avec("sub", boost::json::string(256, 'x')) == "openid.jeton sub");
}

TEST_CASE("of a set of keys only those that sign here are kept") {
    const auto courte = en_json(cle_rsa("court", 1024));
    const auto lues =
        lire_cles("{\"keys\":[" + courte +
                  R"(,{"kty":"oct","k":"AAAA","kid":"o"},{"kty":"EC","crv":"P-521","x":"a","y":"b"},
                                   {"kty":"RSA","use":"enc","n":")" +
                  std::string(342, 'A') + R"(","e":"AQAB"},3,)" +
                  R"({"kty":"EC","crv":"P-256","alg":"ES256","x":"a","y":"b","d":"secret"}]})");
    REQUIRE(lues);
    REQUIRE(lues->size() == 1);
    CHECK(lues->front().jwk.find("secret") == std::string::npos);
    CHECK_FALSE(lire_cles("{}"));
    CHECK_FALSE(lire_cles("<html>"));
}

TEST_CASE("two keys of one name are no proof of either") {
    const auto& s = scene();
    auto doubles = s.cles;
    doubles.push_back(doubles.front());
    const auto jeton = signe(s.rsa, "RS256", "r1", boost::json::serialize(bon_contenu()));
    CHECK(verifier(jeton, doubles, s.attente).error().detail == "kid");
}

}  // namespace grappe::openid
