// What a password must be: long, and neither known to all nor the account's own words.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::identity {

using secret::Secret;

// `mots_du_compte`: mail, name, first name. Codes "mot_de_passe.court", "mot_de_passe.long",
// "mot_de_passe.courant", "mot_de_passe.personnel".
core::Result<void> accepter_mot_de_passe(const Secret& mot_de_passe,
                                         const std::vector<std::string>& mots_du_compte);

}  // namespace grappe::identity
