// Use case: an administrator makes an account, by a command: of a desk, or in the DUI.
#pragma once

#include <functional>
#include <string>

#include "access/roles.hpp"
#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct CompteACreer {
    access::Role role;
    std::string region;  // empty: none
    std::string courriel, nom, prenom;
    secret::Secret mot_de_passe;
    // What else is written of it, in the same transaction.
    std::function<core::Result<void>(storage::Writer&, const std::string& compte)> completer{};
};

struct Remise {
    std::string courriel;
    // Base32: shown once, to be typed into a device. Empty: the role asks no second factor.
    std::string totp_secret;
};

// Codes "courriel.*", "mot_de_passe.*", "compte.region_requise", "compte.region_de_trop",
// "compte.role", "compte.existe".
core::Result<Remise> creer_compte(const Moyens& moyens, const CompteACreer& demande);

// A lost device: a new secret, sessions closed, the owner told. Code "compte.inconnu".
core::Result<Remise> refaire_second_facteur(const Moyens& moyens, const std::string& courriel);

}  // namespace grappe::identity
