// A departure and its sealed form.
#include "openid/depart.hpp"

#include <openssl/sha.h>

#include <array>
#include <chrono>

#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"
#include "secret/scelle.hpp"

namespace grappe::openid {
namespace {

constexpr std::string_view proprietaire = "depart openid";
constexpr std::chrono::minutes duree{10};
constexpr std::size_t taille_d_un_jeton = 43;
constexpr char fin_de_champ = '\n';

}  // namespace

Depart nouveau_depart(std::string retour, std::string compte) {
    std::erase(retour, fin_de_champ);
    return {.etat = secret::jeton(),
            .nonce = secret::jeton(),
            .verificateur = secret::jeton(),
            .retour = std::move(retour),
            .compte = std::move(compte)};
}

std::string defi_de(std::string_view verificateur) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> somme{};
    SHA256(reinterpret_cast<const unsigned char*>(verificateur.data()), verificateur.size(),
           somme.data());
    return secret::en_base64_url({reinterpret_cast<const char*>(somme.data()), somme.size()});
}

std::string sceller(const secret::Coffre& coffre, const Depart& depart, core::Instant reel) {
    return secret::sceller_un_temps(
        coffre, {.clair = depart.etat + depart.nonce + depart.verificateur + depart.compte +
                          fin_de_champ + depart.retour,
                 .proprietaire = proprietaire,
                 .expire_le = core::Instant::of(reel.utc() + duree)});
}

std::optional<Depart> desceller(const secret::Coffre& coffre, std::string_view scelle,
                                core::Instant reel) {
    constexpr auto tete = 3 * taille_d_un_jeton;
    const auto clair = secret::desceller_a_temps(coffre, scelle, proprietaire, reel);
    if (!clair || clair->size() < tete) return std::nullopt;
    const auto jeton = [&](std::size_t rang) {
        return clair->substr(rang * taille_d_un_jeton, taille_d_un_jeton);
    };
    const auto fin = clair->find(fin_de_champ, tete);
    if (fin == std::string::npos) return std::nullopt;
    return Depart{.etat = jeton(0),
                  .nonce = jeton(1),
                  .verificateur = jeton(2),
                  .retour = clair->substr(fin + 1),
                  .compte = clair->substr(tete, fin - tete)};
}

}  // namespace grappe::openid
