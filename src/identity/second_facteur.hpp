// Second factor of an account: its sealed secret, and the last step used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "identity/moyens.hpp"
#include "identity/totp.hpp"

namespace grappe::identity {

struct SecondFacteur {
    SecretTotp secret;
    std::int64_t dernier_pas;
};

// A secret that the key does not open is a Failure: it tells that the key's file was replaced.
std::optional<SecondFacteur> lire_second_facteur(storage::Reader& db, const secret::Coffre& coffre,
                                                 const std::string& compte);
bool a_un_second_facteur(storage::Reader& db, const std::string& compte);
void poser_second_facteur(storage::Writer& db, const Moyens& moyens, const std::string& compte,
                          const SecondFacteur& facteur);
// Answers how many there were: one, or none.
std::int64_t retirer_second_facteur(storage::Writer& db, const std::string& compte);

// False: this step, or a later one, was used already.
bool consommer_pas(storage::Writer& db, const std::string& compte, std::int64_t pas);

// The key at hand is the one that this database was begun with; the first key is noted. Code
// "coffre.autre_cle".
core::Result<void> reconnaitre_le_coffre(storage::Writer& db, const secret::Coffre& coffre);

}  // namespace grappe::identity
