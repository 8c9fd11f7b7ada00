// Hasard: random values from the system, for names and for secrets.
#pragma once

#include <string>
#include <string_view>

namespace grappe::secret {

std::string identifiant();  // 128 bits, 32 hexadecimal digits: names a row, is no secret
std::string jeton();        // 256 bits, 43 characters of an address: a secret given to one person
bool est_un_identifiant(std::string_view texte);
std::string octets(std::size_t combien);

}  // namespace grappe::secret
