// Use case: change the address of an account; the new one proves itself, the old one is warned.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct DemandeDeChangement {
    std::string compte;
    std::string courriel;  // as typed
    secret::Secret mot_de_passe;
};

// The same answer whether or not the new address has another's account. Codes "courriel.*",
// "mot_de_passe.faux", "session.trop_d_essais".
core::Result<void> demander_changement_courriel(const Moyens& moyens,
                                                const DemandeDeChangement& demande);

// By the link sent to the new address. Code "jeton.perime" (Reason::gone).
core::Result<void> confirmer_changement_courriel(const Moyens& moyens, std::string_view jeton);

}  // namespace grappe::identity
