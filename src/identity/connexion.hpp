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
    std::string etape{};  // what "second_facteur" gave: stands for mail and password
};

// Refusals: "session.refusee" (wrong mail or password: nobody is told which), "second_facteur" (the
// account asks a code; the detail is sealed, and good for five minutes as `etape`: nobody types the
// password again for the code), "session.code_refuse" (wrong, or used before), all of
// Reason::unauthenticated; "session.trop_d_essais" of Reason::too_many.
core::Result<NouvelleSession> connecter(const Moyens& moyens, const DemandeDeSession& demande);

// Somebody whom an OpenID Connect provider has recognised, and the account bound to that identity.
enum class SecondFacteurAilleurs { non_prouve, prouve };
struct Reconnu {
    std::string compte;  // id; empty: the identity is bound to none
    SecondFacteurAilleurs second_facteur;
    const Origine& origine;
};

// Codes "openid.inconnue", "second_facteur" and "session.trop_d_essais" as above.
core::Result<NouvelleSession> connecter_reconnu(const Moyens& moyens, const Reconnu& reconnu);

// Closing of one session of an account, or of all but one; noted in the journal. False: the account
// has no such session.
bool quitter(const Moyens& moyens, const std::string& compte, const std::string& session);
void quitter_les_autres(const Moyens& moyens, const std::string& compte,
                        const std::string& session);

// The password of somebody who is signed in, before a change that matters: the same counting of
// failures. Codes "mot_de_passe.faux", "session.trop_d_essais".
core::Result<void> confirmer_mot_de_passe(const Moyens& moyens, const Compte& compte,
                                          const secret::Secret& mot_de_passe);
// The same of an account by its id, which is answered. Code "compte.inconnu" too.
core::Result<Compte> confirmer_mot_de_passe(const Moyens& moyens, std::string_view compte,
                                            const secret::Secret& mot_de_passe);

}  // namespace grappe::identity
