// Argon2id over libsodium. The parameters: three passes over 32 MiB, above the OWASP minimum
// (19 MiB, two passes); an older hash is made anew at its owner's next sign-in.
#include "secret/mot_de_passe.hpp"

#include <sodium.h>

#include <new>

#include "secret/hasard.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memoire = std::size_t{32} * 1024 * 1024;

}  // namespace

std::string hacher(const Secret& mot_de_passe) {
    initialiser();
    const auto& clair = mot_de_passe.reveal();
    std::string hache(crypto_pwhash_STRBYTES, '\0');
    const int fait = crypto_pwhash_str_alg(hache.data(), clair.data(), clair.size(), passes,
                                           memoire, crypto_pwhash_ALG_ARGON2ID13);
    if (fait != 0) throw std::bad_alloc{};
    hache.resize(hache.find('\0'));
    return hache;
}

bool correspond(std::string_view hache, const Secret& mot_de_passe) {
    initialiser();
    const auto& clair = mot_de_passe.reveal();
    const std::string texte{hache};
    return crypto_pwhash_str_verify(texte.c_str(), clair.data(), clair.size()) == 0;
}

void faire_semblant(const Secret& mot_de_passe) {
    static const std::string leurre = hacher(Secret{jeton()});
    (void)correspond(leurre, mot_de_passe);
}

bool a_rehacher(std::string_view hache) {
    const std::string texte{hache};
    return crypto_pwhash_str_needs_rehash(texte.c_str(), passes, memoire) != 0;
}

}  // namespace grappe::secret
