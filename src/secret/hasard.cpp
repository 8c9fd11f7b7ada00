// Random values over libsodium.
#include "secret/hasard.hpp"

#include <sodium.h>

#include <algorithm>

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

bool est_un_identifiant(std::string_view texte) {
    return texte.size() == 32 && std::ranges::all_of(texte, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace grappe::secret
