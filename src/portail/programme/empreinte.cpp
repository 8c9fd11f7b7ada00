// SHA-256 over OpenSSL.
#include "portail/programme/empreinte.hpp"

#include <openssl/evp.h>

#include <array>

#include "core/ensure.hpp"

namespace grappe::programme {

std::string empreinte_sha256(std::string_view texte) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
    unsigned int longueur = 0;
    const int fait =
        EVP_Digest(texte.data(), texte.size(), octets.data(), &longueur, EVP_sha256(), nullptr);
    core::ensure(fait == 1 && longueur == 32, "SHA-256 failed");
    constexpr std::string_view chiffres = "0123456789abcdef";
    std::string sortie = "sha256:";
    for (unsigned int i = 0; i < longueur; ++i) {
        sortie += chiffres[octets[i] >> 4U];
        sortie += chiffres[octets[i] & 15U];
    }
    return sortie;
}

}  // namespace grappe::programme
