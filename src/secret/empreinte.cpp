// Digests over libsodium.
#include "secret/empreinte.hpp"

#include <sodium.h>

#include "core/ensure.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {
namespace {

const unsigned char* bruts(std::string_view octets) {
    return reinterpret_cast<const unsigned char*>(octets.data());
}

unsigned char* bruts(std::string& octets) {
    return reinterpret_cast<unsigned char*>(octets.data());
}

constexpr int variante = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string empreinte(std::string_view octets) {
    initialiser();
    std::string somme(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bruts(somme), bruts(octets), octets.size());
    return en_hexadecimal(somme);
}

std::string empreinte_a_cle(std::string_view cle, std::string_view octets) {
    initialiser();
    core::ensure(cle.size() == crypto_auth_hmacsha256_KEYBYTES, "size of a key");
    std::string somme(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256(bruts(somme), bruts(octets), octets.size(), bruts(cle));
    return en_hexadecimal(somme);
}

bool memes(std::string_view un, std::string_view autre) {
    return un.size() == autre.size() && sodium_memcmp(un.data(), autre.data(), un.size()) == 0;
}

std::string en_hexadecimal(std::string_view octets) {
    std::string texte(octets.size() * 2 + 1, '\0');
    sodium_bin2hex(texte.data(), texte.size(), bruts(octets), octets.size());
    texte.pop_back();
    return texte;
}

std::string en_base64_url(std::string_view octets) {
    std::string texte(sodium_base64_encoded_len(octets.size(), variante), '\0');
    sodium_bin2base64(texte.data(), texte.size(), bruts(octets), octets.size(), variante);
    texte.pop_back();
    return texte;
}

std::optional<std::string> de_base64_url(std::string_view texte) {
    std::string octets(texte.size(), '\0');
    std::size_t longueur = 0;
    const int fait = sodium_base642bin(bruts(octets), octets.size(), texte.data(), texte.size(),
                                       nullptr, &longueur, nullptr, variante);
    if (fait != 0) return std::nullopt;
    octets.resize(longueur);
    return octets;
}

}  // namespace grappe::secret
