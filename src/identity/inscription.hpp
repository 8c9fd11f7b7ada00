// Use cases: ask for an account, and make it exist by the link that was sent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "identity/redite.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct DemandeDeCompte {
    std::string courriel, nom, prenom;  // as typed
    secret::Secret mot_de_passe;
    Origine origine;
    Envoi envoi{};
};

// What is typed is wrong in one field or several.
struct FauteDeSaisie {
    std::string_view champ;  // "courriel"
    std::string code;
};
std::vector<FauteDeSaisie> fautes_de(const DemandeDeCompte& demande);

// The same answer, after the same work, whether or not the address has an account: its owner learns
// by mail which it is. Refusals: the first fault of `fautes_de`, "demande.trop", "rejeu.*".
core::Result<void> demander_un_compte(const Moyens& moyens, const DemandeDeCompte& demande);

// Code "jeton.perime" (Reason::gone): used, out of date, or never given.
core::Result<void> activer(const Moyens& moyens, std::string_view jeton);

}  // namespace grappe::identity
