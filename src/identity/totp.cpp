// Codes over liboath.
#include "identity/totp.hpp"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

constexpr unsigned chiffres = 6;
constexpr std::int64_t secondes_par_pas = 30;
constexpr std::size_t octets_du_secret = 20;

// People type "123 456".
std::string sans_espaces(std::string_view texte) {
    std::string sortie;
    for (const char c : texte)
        if (c != ' ') sortie += c;
    return sortie;
}

}  // namespace

SecretTotp nouveau_secret() { return SecretTotp{secret::octets(octets_du_secret)}; }

std::string en_base32(const SecretTotp& secret) {
    const auto& octets = secret.reveal();
    char* texte = nullptr;
    std::size_t longueur = 0;
    const int fait = oath_base32_encode(octets.data(), octets.size(), &texte, &longueur);
    core::ensure(fait == OATH_OK, "base32");
    std::string sortie{texte, longueur};
    std::free(texte);
    return sortie;
}

std::string adresse_otpauth(const SecretTotp& secret, std::string_view courriel) {
    return "otpauth://totp/Grappe:" + core::percent_encoded(courriel) +
           "?secret=" + en_base32(secret) + "&issuer=Grappe&algorithm=SHA1&digits=6&period=30";
}

std::string code_au_pas(const SecretTotp& secret, std::int64_t pas) {
    const auto& octets = secret.reveal();
    std::array<char, chiffres + 1> code{};
    const int fait = oath_hotp_generate(octets.data(), octets.size(), static_cast<uint64_t>(pas),
                                        chiffres, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    core::ensure(fait == OATH_OK, "TOTP");
    return code.data();
}

std::optional<std::int64_t> pas_du_code(const SecretTotp& secret, std::string_view code,
                                        core::Instant reel) {
    const auto tape = sans_espaces(code);
    const auto present = reel.utc().time_since_epoch().count() / secondes_par_pas;
    std::optional<std::int64_t> trouve;
    for (const auto pas : {present - 1, present, present + 1})
        if (secret::memes(code_au_pas(secret, pas), tape)) trouve = pas;
    return trouve;
}

}  // namespace grappe::identity
