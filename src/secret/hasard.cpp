// Random values over libsodium.
#include "secret/hasard.hpp"

#include <sodium.h>

#include "core/ensure.hpp"
#include "secret/empreinte.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {

void initialiser() {
    static const int fait = sodium_init();
    core::ensure(fait >= 0, "libsodium cannot start");
}

std::string octets(std::size_t combien) {
    initialiser();
    std::string texte(combien, '\0');
    randombytes_buf(texte.data(), texte.size());
    return texte;
}

std::string identifiant() {
    constexpr std::size_t taille = 16;
    return en_hexadecimal(octets(taille));
}

std::string jeton() {
    constexpr std::size_t taille = 32;
    return en_base64_url(octets(taille));
}

}  // namespace grappe::secret
