// Ed25519 over libsodium, which refuses weak keys and signatures in a second form.
#include "secret/signature.hpp"

#include <sodium.h>

#include "core/ensure.hpp"
#include "secret/hasard.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {
namespace {

static_assert(octets_de_cle == crypto_sign_SEEDBYTES);
static_assert(octets_de_cle == crypto_sign_PUBLICKEYBYTES);
static_assert(octets_de_signature == crypto_sign_BYTES);

const unsigned char* bruts(std::string_view octets) {
    return reinterpret_cast<const unsigned char*>(octets.data());
}

unsigned char* bruts(std::string& octets) {
    return reinterpret_cast<unsigned char*>(octets.data());
}

}  // namespace

CleDeSignature CleDeSignature::neuve() { return de_graine(octets(octets_de_cle)); }

CleDeSignature CleDeSignature::de_graine(std::string_view graine) {
    initialiser();
    core::ensure(graine.size() == octets_de_cle, "size of a seed");
    std::string publique(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string secrete(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(bruts(publique), bruts(secrete), bruts(graine));
    return {std::string{graine}, std::move(secrete), std::move(publique)};
}

std::string CleDeSignature::signer(std::string_view octets) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bruts(signature), nullptr, bruts(octets), octets.size(),
                         bruts(std::string_view{secrete_.reveal()}));
    return signature;
}

bool signature_juste(std::string_view publique, std::string_view octets,
                     std::string_view signature) {
    initialiser();
    if (publique.size() != octets_de_cle || signature.size() != octets_de_signature) return false;
    return crypto_sign_verify_detached(bruts(signature), bruts(octets), octets.size(),
                                       bruts(publique)) == 0;
}

}  // namespace grappe::secret
