// Use cases: set up, replace and remove the second factor of an account.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "identity/totp.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

// A secret proposed to an account: nothing is stored before a code proves that a device holds it.
struct Proposition {
    std::string scellee;  // what `poser` takes back; opens for this account, for fifteen minutes
    std::string secret;   // base32
    std::string otpauth;
};

// Codes "mot_de_passe.faux", "session.trop_d_essais".
core::Result<Proposition> proposer_second_facteur(const Moyens& moyens, const std::string& compte,
                                                  const secret::Secret& mot_de_passe);

// The same proposal, to show it again. Code "second_facteur.proposition".
core::Result<Proposition> relire_proposition(const Moyens& moyens, const std::string& compte,
                                             std::string_view scellee);

struct Pose {
    std::string compte;
    std::string session;  // stays open; all others are closed
    std::string scellee;
    std::string code;
};
// Replaces the one there was. Codes "second_facteur.proposition", "session.code_refuse".
core::Result<void> poser(const Moyens& moyens, const Pose& pose);

// Codes "second_facteur.obligatoire", "mot_de_passe.faux", "session.trop_d_essais".
core::Result<void> retirer(const Moyens& moyens, const std::string& compte,
                           const secret::Secret& mot_de_passe);

}  // namespace grappe::identity
