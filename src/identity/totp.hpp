// TOTP (RFC 6238): codes of six digits, SHA-1, steps of thirty seconds, one step of tolerance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/confidential.hpp"
#include "core/instant.hpp"

namespace grappe::identity {

using SecretTotp = core::Confidential<std::string>;  // 20 bytes

SecretTotp nouveau_secret();
std::string en_base32(const SecretTotp& secret);

// "otpauth://totp/Grappe:a%40b.example?secret=…": what the QR code holds.
std::string adresse_otpauth(const SecretTotp& secret, std::string_view courriel);

// The step of the code when it is right at this instant; a step used before must be refused by
// the caller.
std::optional<std::int64_t> pas_du_code(const SecretTotp& secret, std::string_view code,
                                        core::Instant reel);

std::string code_au_pas(const SecretTotp& secret, std::int64_t pas);

}  // namespace grappe::identity
