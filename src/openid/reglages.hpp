// Réglages: the provider as an operator names it.
#pragma once

#include <string>
#include <vector>

#include "core/confidential.hpp"
#include "core/result.hpp"
#include "openid/adresse.hpp"

namespace grappe::openid {

using Secret = core::Confidential<std::string>;

struct Reglages {
    Adresse emetteur;
    std::string client;  // what the provider calls this portail
    Secret secret;       // from a file or the environment, never from the command line
    std::string nom;     // shown on the button: "Pro Santé Connect"
    // Values of `acr` and `amr` that prove a second factor; empty: none does.
    std::vector<std::string> acr{}, amr{};
};

}  // namespace grappe::openid
