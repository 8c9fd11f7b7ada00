// Reading of a JWKS (RFC 7517). Only the members that a public key needs are kept.
#include "openid/cles.hpp"

#include "openid/json.hpp"

namespace grappe::openid {
namespace {

using boost::json::object;

std::optional<Algorithme> algorithme_de(const object& cle) {
    const auto famille = texte(cle, "kty");
    std::optional<Algorithme> seul;
    if (famille == "RSA") seul = Algorithme::rs256;
    if (famille == "EC" && texte(cle, "crv") == "P-256") seul = Algorithme::es256;
    if (!seul) return std::nullopt;
    const auto dit = texte(cle, "alg");
    if (!dit.empty() && dit != core::name_of(*seul)) return std::nullopt;
    return seul;
}

// 2,048 bits are 256 octets: 342 characters of base64url; a leading zero octet adds one or two.
bool assez_longue(const object& cle) {
    constexpr std::size_t au_moins = 342;
    return texte(cle, "n").size() >= au_moins;
}

std::string en_public(const object& cle, Algorithme algorithme) {
    object publique;
    const auto garder = [&](std::initializer_list<const char*> noms) {
        for (const auto* nom : noms) publique[nom] = texte(cle, nom);
    };
    if (algorithme == Algorithme::rs256)
        garder({"kty", "n", "e"});
    else
        garder({"kty", "crv", "x", "y"});
    return boost::json::serialize(publique);
}

}  // namespace

core::Result<std::vector<Cle>> lire_cles(std::string_view jwks) {
    const auto lu = lire_objet(jwks);
    const auto* liste = lu ? lu->if_contains("keys") : nullptr;
    if (liste == nullptr || !liste->is_array())
        return core::refuse(core::Reason::unavailable, "openid.cles");
    std::vector<Cle> cles;
    for (const auto& une : liste->as_array()) {
        if (!une.is_object()) continue;
        const auto& cle = une.as_object();
        const auto usage = texte(cle, "use");
        const auto algorithme = algorithme_de(cle);
        if (!algorithme || (!usage.empty() && usage != "sig")) continue;
        if (*algorithme == Algorithme::rs256 && !assez_longue(cle)) continue;
        cles.push_back({texte(cle, "kid"), *algorithme, en_public(cle, *algorithme)});
    }
    return cles;
}

}  // namespace grappe::openid
