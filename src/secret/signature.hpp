// Ed25519: a pair of keys, a signature, and whether it is right.
#pragma once

#include <string>
#include <string_view>

#include "core/confidential.hpp"

namespace grappe::secret {

inline constexpr std::size_t octets_de_cle = 32;  // of the seed and of the public key alike
inline constexpr std::size_t octets_de_signature = 64;

class CleDeSignature {
public:
    static CleDeSignature neuve();
    static CleDeSignature de_graine(std::string_view graine);  // 32 bytes, else a Bug

    const std::string& publique() const { return publique_; }                  // 32 bytes
    const core::Confidential<std::string>& graine() const { return graine_; }  // what is kept
    std::string signer(std::string_view octets) const;                         // 64 bytes

private:
    CleDeSignature(std::string graine, std::string secrete, std::string publique)
        : graine_{std::move(graine)},
          secrete_{std::move(secrete)},
          publique_{std::move(publique)} {}

    core::Confidential<std::string> graine_;
    core::Confidential<std::string> secrete_;
    std::string publique_;
};

// False too for a key or a signature of another length, and for those that several texts share.
bool signature_juste(std::string_view publique, std::string_view octets,
                     std::string_view signature);

}  // namespace grappe::secret
