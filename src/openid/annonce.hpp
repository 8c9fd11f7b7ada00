// Annonce: the discovery document of a provider, believed only as far as it speaks for itself.
#pragma once

#include <string>
#include <string_view>

#include "openid/adresse.hpp"

namespace grappe::openid {

struct Annonce {
    Adresse autorisation;  // where the browser is sent
    Adresse jetons, cles;  // what the server calls: always at the origin of the issuer
    enum class Preuve { entete, corps } preuve;  // how the client proves itself
    bool rappelle_l_emetteur;                    // answers carry `iss` (RFC 9207)
};

// Where it stands: the issuer, then /.well-known/openid-configuration.
std::string adresse_de_l_annonce(const Adresse& emetteur);

// Code "openid.annonce": not JSON, another issuer, an address that may not be called, no PKCE.
core::Result<Annonce> lire_annonce(std::string_view json, const Adresse& emetteur);

}  // namespace grappe::openid
