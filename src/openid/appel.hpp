// Appel: one HTTP call to the provider, bounded in size and time, that follows nothing.
#pragma once

#include <string>

#include "core/result.hpp"
#include "openid/adresse.hpp"
#include "openid/reglages.hpp"

namespace grappe::openid {

struct Envoi {
    std::string formulaire;  // application/x-www-form-urlencoded
    std::string client{};    // not empty: proved by the Authorization field, with the secret
    const Secret* secret = nullptr;
};

struct Reponse {
    long statut;
    std::string corps;
};

// Code "openid.injoignable", whose detail is libcurl's. Any status is an answer.
core::Result<Reponse> lire(const Adresse& adresse);
core::Result<Reponse> envoyer(const Adresse& adresse, const Envoi& envoi);

}  // namespace grappe::openid
