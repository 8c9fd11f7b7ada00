// Départ: one attempt to sign in elsewhere: what is remembered until the browser comes back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "secret/coffre.hpp"

namespace grappe::openid {

struct Depart {
    std::string etat;          // `state`: ties the answer to this browser
    std::string nonce;         // ties the token to this attempt
    std::string verificateur;  // PKCE: the code serves only with it
    std::string retour;        // page of the portail; empty: none
    std::string compte;        // the signed-in account that binds an identity; empty: a sign-in
};

Depart nouveau_depart(std::string retour, std::string compte);

// The challenge of a PKCE verifier, "S256" (RFC 7636, section 4.2).
std::string defi_de(std::string_view verificateur);

// Sealed for the cookie of the browser, good for ten minutes.
std::string sceller(const secret::Coffre& coffre, const Depart& depart, core::Instant reel);
std::optional<Depart> desceller(const secret::Coffre& coffre, std::string_view scelle,
                                core::Instant reel);

}  // namespace grappe::openid
