// Clés: the public keys that a provider signs with (JWKS), those of them that serve here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::openid {

// The two that every provider has. "none" and the ones with a shared secret have no name here, so
// nothing can ask for them.
enum class Algorithme { rs256, es256 };

constexpr auto names(Algorithme) {
    return std::to_array<core::Named<Algorithme>>(
        {{Algorithme::rs256, "RS256"}, {Algorithme::es256, "ES256"}});
}

struct Cle {
    std::string kid;  // may be empty
    Algorithme algorithme;
    std::string jwk;  // its public members, as JSON
};

// Keys of another kind, use or curve, and RSA keys under 2,048 bits are left out. Code
// "openid.cles": not a set of keys.
core::Result<std::vector<Cle>> lire_cles(std::string_view jwks);

}  // namespace grappe::openid
