// Use cases: enter by an identity that was bound, bind it, unbind it.
#pragma once

#include <string>

#include "core/result.hpp"
#include "identity/connexion.hpp"
#include "identity/moyens.hpp"
#include "identity/session.hpp"
#include "openid/jeton_id.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::openid {

struct Entree {
    const Identite& identite;
    identity::SecondFacteurAilleurs facteur;
    const identity::Origine& origine;
};

// Whether a browser of that address may still make this server ask the provider: thirty failures in
// fifteen minutes are enough. Code "session.trop_d_essais".
core::Result<void> admettre(const identity::Moyens& moyens, const identity::Origine& origine);
void compter_un_echec(const identity::Moyens& moyens, const identity::Origine& origine);

// Codes "openid.inconnue" (bound to no account that is open), "second_facteur" and
// "session.trop_d_essais" as identity::connecter.
core::Result<identity::NouvelleSession> entrer(const identity::Moyens& moyens,
                                               const Entree& entree);

// An identity that a signed-in account may bind: sealed for that account, good for ten minutes.
std::string proposer(const identity::Moyens& moyens, const std::string& compte,
                     const Identite& identite);

struct Liaison {
    std::string compte;
    std::string proposee;
    secret::Secret mot_de_passe;
};
// The password is asked again and the account's address is told. Codes "openid.proposition" (gone),
// "openid.deja_liee" (that identity enters another account), "mot_de_passe.faux",
// "session.trop_d_essais".
core::Result<void> lier(const identity::Moyens& moyens, const Liaison& liaison);

// Codes "mot_de_passe.faux", "session.trop_d_essais"; "openid.sans_lien".
core::Result<void> delier(const identity::Moyens& moyens, const std::string& compte,
                          const secret::Secret& mot_de_passe);

}  // namespace grappe::openid
