// What the commands that make accounts have alike in both programs.
#pragma once

#include <functional>
#include <string>

#include "cli/base_servie.hpp"
#include "cli/session.hpp"
#include "identity/guichet.hpp"

namespace grappe::cli {

// As typed; empty: not given.
struct OptionsDeCompte {
    OptionsDeBase base;
    std::string role, courriel, nom, prenom;
    bool mot_de_passe_stdin = false;
};
void declarer_options_de_compte(Commande& commande, OptionsDeCompte& options);
// `compte second-facteur`: a lost device.
void declarer_second_facteur(Commande& compte);

// A role of that program. Codes "cli.compte.role_inconnu", "dui.compte.role_inconnu".
core::Result<access::Role> lire_role(const std::string& texte, access::Programme programme);
// The first line of the standard input.
secret::Secret lire_le_mot_de_passe();

// Opens the base and writes, as one JSON line, what is handed to the owner of an account.
using Remettre = std::function<core::Result<identity::Remise>(const identity::Moyens& moyens)>;
int remettre(const Session& session, const OptionsDeBase& options, const Remettre& agir);

}  // namespace grappe::cli
