// Hasard: random values from the system, for names and for secrets.
#pragma once

#include <string>

namespace grappe::secret {

std::string identifiant();  // 128 bits, 32 hexadecimal digits: names a row, is no secret
std::string jeton();        // 256 bits, 43 characters of an address: a secret given to one person
std::string octets(std::size_t combien);

}  // namespace grappe::secret
