// Use case: sign in, by password and second factor.
#pragma once

#include <string>

#include "core/result.hpp"
#include "identity/compte.hpp"
#include "identity/moyens.hpp"
#include "identity/session.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

struct DemandeDeSession {
    std::string courriel;  // as typed
    secret::Secret mot_de_passe;
    std::string code;  // of the second factor; empty: none was given
    Origine origine;
};

// Refusals: "session.refusee" (wrong mail or password: nobody is told which), "second_facteur" (the
// account asks a code), "session.code_refuse" (wrong, or used before), all of
// Reason::unauthenticated; "session.trop_d_essais" of Reason::too_many.
core::Result<NouvelleSession> connecter(const Moyens& moyens, const DemandeDeSession& demande);

// The password of somebody who is signed in, before a change that matters: the same counting of
// failures. Codes "mot_de_passe.faux", "session.trop_d_essais".
core::Result<void> confirmer_mot_de_passe(const Moyens& moyens, const Compte& compte,
                                          const secret::Secret& mot_de_passe);

}  // namespace grappe::identity
