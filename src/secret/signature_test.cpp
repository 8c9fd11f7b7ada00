// Ed25519: the vector of RFC 8032, and what must be refused.
#include "secret/signature.hpp"

#include <doctest/doctest.h>

#include "secret/empreinte.hpp"

namespace grappe::secret {
namespace {

std::string de_hexa(std::string_view texte) {
    std::string octets;
    for (std::size_t rang = 0; rang < texte.size(); rang += 2)
        octets.push_back(
            static_cast<char>(std::stoi(std::string{texte.substr(rang, 2)}, nullptr, 16)));
    return octets;
}

}  // namespace

TEST_CASE("a signature is that of RFC 8032, section 7.1, test 2") {
    const auto cle = CleDeSignature::de_graine(
        de_hexa("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    CHECK(en_hexadecimal(cle.publique()) ==
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    CHECK(en_hexadecimal(cle.signer("\x72")) ==
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST_CASE("another text, another key, another length: the signature is not right") {
    const auto cle = CleDeSignature::neuve();
    const auto signature = cle.signer("texte");
    CHECK(signature_juste(cle.publique(), "texte", signature));
    CHECK_FALSE(signature_juste(cle.publique(), "texto", signature));
    CHECK_FALSE(signature_juste(CleDeSignature::neuve().publique(), "texte", signature));
    CHECK_FALSE(signature_juste(cle.publique(), "texte", signature.substr(1)));
    CHECK_FALSE(signature_juste(cle.publique().substr(1), "texte", signature));
    CHECK_FALSE(signature_juste(std::string(octets_de_cle, '\0'), "texte",
                                std::string(octets_de_signature, '\0')));
}

}  // namespace grappe::secret
