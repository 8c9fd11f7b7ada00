// SHA-256 over OpenSSL, which uses what the processor has for it; and digests as texts.
#include <openssl/evp.h>

#include "core/ensure.hpp"
#include "rapport/arbre.hpp"
#include "secret/empreinte.hpp"

namespace grappe::rapport {

struct Sha256::Contexte {
    EVP_MD_CTX* calcul = EVP_MD_CTX_new();
    EVP_MD* sorte = EVP_MD_fetch(nullptr, "SHA256", nullptr);

    Contexte() = default;
    Contexte(const Contexte&) = delete;
    Contexte& operator=(const Contexte&) = delete;
    ~Contexte() {
        EVP_MD_free(sorte);
        EVP_MD_CTX_free(calcul);
    }
};

Sha256::Sha256() : contexte_{std::make_unique<Contexte>()} {
    core::ensure(contexte_->calcul != nullptr && contexte_->sorte != nullptr, "SHA-256 exists");
}

Sha256::~Sha256() = default;

Empreinte Sha256::de(std::string_view octets) {
    Empreinte somme;
    auto* calcul = contexte_->calcul;
    const bool fait = EVP_DigestInit_ex2(calcul, contexte_->sorte, nullptr) == 1 &&
                      EVP_DigestUpdate(calcul, octets.data(), octets.size()) == 1 &&
                      EVP_DigestFinal_ex(calcul, somme.data(), nullptr) == 1;
    core::ensure(fait, "SHA-256 never fails");
    return somme;
}

std::string en_texte(const Empreinte& empreinte) {
    return secret::en_hexadecimal(
        {reinterpret_cast<const char*>(empreinte.data()), empreinte.size()});
}

std::optional<std::string> octets_de_hexa(std::string_view texte, std::size_t octets) {
    constexpr std::string_view chiffres = "0123456789abcdef";
    if (texte.size() != octets * 2) return std::nullopt;
    std::string lus;
    for (std::size_t rang = 0; rang < texte.size(); rang += 2) {
        const auto haut = chiffres.find(texte[rang]), bas = chiffres.find(texte[rang + 1]);
        if (haut == std::string_view::npos || bas == std::string_view::npos) return std::nullopt;
        lus.push_back(static_cast<char>(haut * 16 + bas));
    }
    return lus;
}

std::optional<Empreinte> lire_empreinte(std::string_view texte) {
    Empreinte empreinte;
    const auto octets = octets_de_hexa(texte, empreinte.size());
    if (!octets) return std::nullopt;
    for (std::size_t rang = 0; rang < empreinte.size(); ++rang)
        empreinte[rang] = static_cast<unsigned char>((*octets)[rang]);
    return empreinte;
}

}  // namespace grappe::rapport
