// Passwords: hashed by Argon2id, so that a stolen table is slow to try.
#pragma once

#include <string>
#include <string_view>

#include "core/confidential.hpp"

namespace grappe::secret {

using Secret = core::Confidential<std::string>;

// "$argon2id$v=19$m=…": algorithm, parameters and salt are in the text. Takes tens of
// milliseconds on purpose: never inside a transaction.
std::string hacher(const Secret& mot_de_passe);

bool correspond(std::string_view hache, const Secret& mot_de_passe);

// Takes the time of `correspond`, for an account that does not exist.
void faire_semblant(const Secret& mot_de_passe);

// The text was made with other parameters than today's.
bool a_rehacher(std::string_view hache);

}  // namespace grappe::secret
