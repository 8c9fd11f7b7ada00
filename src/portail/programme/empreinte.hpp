// Empreinte: SHA-256 of a text, the one place that knows the cryptographic library.
#pragma once

#include <string>
#include <string_view>

namespace grappe::programme {

std::string empreinte_sha256(std::string_view texte);  // "sha256:" and 64 hexadecimal digits

}  // namespace grappe::programme
