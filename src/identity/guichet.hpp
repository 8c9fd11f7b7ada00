// Use case: an administrator makes the account of a desk, by a command.
#pragma once

#include <string>

#include "access/roles.hpp"
#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct CompteDeGuichet {
    access::Role role;
    std::string region;  // empty: none
    std::string courriel, nom, prenom;
    secret::Secret mot_de_passe;
};

struct Remise {
    std::string courriel;
    std::string totp_secret;  // base32: shown once, to be typed into a device
};

// Codes "courriel.*", "mot_de_passe.*", "compte.region_requise", "compte.region_de_trop",
// "compte.role", "compte.existe".
core::Result<Remise> creer_guichet(const Moyens& moyens, const CompteDeGuichet& demande);

// A lost device: a new secret, sessions closed, the owner told. Code "compte.inconnu".
core::Result<Remise> refaire_second_facteur(const Moyens& moyens, const std::string& courriel);

}  // namespace grappe::identity
