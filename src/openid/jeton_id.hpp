// Jeton d'identité: what makes an ID token good. Pure: keys and instant are given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "openid/cles.hpp"

namespace grappe::openid {

// What a token must say.
struct Attente {
    std::string emetteur, client, nonce;
    core::Instant reel;
};

// Who the provider says it is, and how it made sure. Name and address are not asked for.
struct Identite {
    std::string emetteur, sujet;
    std::string acr;
    std::vector<std::string> amr;
};

// OpenID Connect Core 1.0, section 3.1.3.7. Codes "openid.cle_inconnue" (no key of that name: the
// provider may have turned them) and "openid.jeton", whose detail is the check that failed.
core::Result<Identite> verifier(std::string_view jeton, const std::vector<Cle>& cles,
                                const Attente& attente);

}  // namespace grappe::openid
