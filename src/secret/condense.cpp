// BLAKE2b of libsodium.
#include "secret/condense.hpp"

#include <sodium.h>

#include <array>

#include "secret/empreinte.hpp"
#include "secret/initialisation.hpp"

namespace grappe::secret {

struct Condense::Etat {
    crypto_generichash_state sodium;
};

Condense::Condense() : etat_{std::make_unique<Etat>()} {
    initialiser();
    crypto_generichash_init(&etat_->sodium, nullptr, 0, crypto_generichash_BYTES);
}
Condense::Condense(Condense&&) noexcept = default;
Condense& Condense::operator=(Condense&&) noexcept = default;
Condense::~Condense() = default;

void Condense::ajouter(std::string_view octets) {
    crypto_generichash_update(&etat_->sodium, reinterpret_cast<const unsigned char*>(octets.data()),
                              octets.size());
}

std::string Condense::hexadecimal() {
    std::array<char, crypto_generichash_BYTES> fin{};
    crypto_generichash_final(&etat_->sodium, reinterpret_cast<unsigned char*>(fin.data()),
                             fin.size());
    return en_hexadecimal({fin.data(), fin.size()});
}

}  // namespace grappe::secret
