// Empreinte: SHA-256 digests, their text forms, and comparison in constant time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grappe::secret {

std::string empreinte(std::string_view octets);  // 64 hexadecimal digits

// A keyed digest: without the key, nobody can find the text by trying all of them.
std::string empreinte_a_cle(std::string_view cle, std::string_view octets);

bool memes(std::string_view un, std::string_view autre);  // in the same time, found or not

std::string en_hexadecimal(std::string_view octets);
std::string en_base64_url(std::string_view octets);  // without padding
std::optional<std::string> de_base64_url(std::string_view texte);

}  // namespace grappe::secret
