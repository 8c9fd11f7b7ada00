// Cutting of a text into comparable words.
#include "referentiels/mots.hpp"

#include <array>
#include <utility>

#include "core/texte.hpp"

namespace grappe::referentiels {
namespace {

bool est_lettre_ou_chiffre(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || octet >= 0x80;
}

bool est_seule(std::string_view texte, std::size_t lettre) {
    const bool avant = lettre > 0 && est_lettre_ou_chiffre(texte[lettre - 1]);
    const bool apres = lettre + 1 < texte.size() && est_lettre_ou_chiffre(texte[lettre + 1]);
    return est_lettre_ou_chiffre(texte[lettre]) && !avant && !apres;
}

// "i.m.e. bordeaux" is "ime. bordeaux": registers and people write initials with dots or without.
std::string sans_points_d_initiales(const std::string& plie) {
    std::string sans;
    sans.reserve(plie.size());
    for (std::size_t n = 0; n < plie.size(); ++n) {
        const bool entre = plie[n] == '.' && n > 0 && n + 1 < plie.size();
        if (!entre || !est_seule(plie, n - 1) || !est_seule(plie, n + 1)) sans += plie[n];
    }
    return sans;
}

constexpr auto ecritures = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"st", "saint"}, {"ste", "sainte"}, {"sts", "saints"}, {"stes", "saintes"}});

}  // namespace

std::vector<std::string> mots(std::string_view texte) {
    const auto plie = sans_points_d_initiales(core::fold(texte));
    std::vector<std::string> trouves;
    std::size_t debut = 0;
    for (std::size_t n = 0; n <= plie.size(); ++n) {
        if (n < plie.size() && est_lettre_ou_chiffre(plie[n])) continue;
        if (n > debut) trouves.push_back(plie.substr(debut, n - debut));
        debut = n + 1;
    }
    return trouves;
}

std::string_view autre_ecriture(std::string_view mot) {
    for (const auto& [courte, longue] : ecritures) {
        if (mot == courte) return longue;
        if (mot == longue) return courte;
    }
    return {};
}

}  // namespace grappe::referentiels
