// Files of keys: the private one for its owner alone, the public one beside it.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "secret/signature.hpp"

namespace grappe::rapport {

// Makes `fichier` (mode 0600) and `fichier`.pub; whole or not at all. Answers the public key in
// hexadecimal. Codes "cle.existe" (neither is ever written over), "cle.ecriture".
core::Result<std::string> creer_cle(const std::string& fichier);

// Codes "cle.illisible", "cle.ouverte_a_tous" (others may read it), "cle.forme".
core::Result<secret::CleDeSignature> lire_cle(const std::string& fichier);

// A public key: its file or its 64 digits alone on a line. Answers 32 bytes. Code "cle.publique".
core::Result<std::string> lire_cle_publique(std::string_view texte);

}  // namespace grappe::rapport
