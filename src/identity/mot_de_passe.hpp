// Use cases: a forgotten password, and a changed one.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "identity/moyens.hpp"
#include "identity/redite.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct Oubli {
    std::string courriel;  // as typed
    Origine origine;
    Envoi envoi{};
};

// The same answer whether or not the address has an account. Codes "courriel.*",
// "demande.trop", "rejeu.*".
core::Result<void> demander_un_nouveau(const Moyens& moyens, const Oubli& oubli);

// By the link: every session is closed. Codes "jeton.perime" (Reason::gone), "mot_de_passe.*".
core::Result<void> choisir_un_nouveau(const Moyens& moyens, std::string_view jeton,
                                      const secret::Secret& nouveau);
bool lien_de_mot_de_passe_valable(const Moyens& moyens, std::string_view jeton);

struct Changement {
    std::string compte;
    std::string session;  // stays open; all others are closed
    secret::Secret present, nouveau;
};
// Codes "mot_de_passe.faux", "session.trop_d_essais", "mot_de_passe.*".
core::Result<void> changer_mot_de_passe(const Moyens& moyens, const Changement& changement);

}  // namespace grappe::identity
