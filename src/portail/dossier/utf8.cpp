// Checks UTF-8 by the table of the Unicode standard (table 3-7), eight ASCII bytes at a time.
#include "portail/dossier/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace grappe::dossier {
namespace {

struct Suite {  // what may follow a first byte
    std::size_t longueur;
    unsigned char second_min, second_max;
};

constexpr Suite suite_de(unsigned char premier) {
    if (premier < 0x80) return {1, 0, 0};
    if (premier >= 0xC2 && premier <= 0xDF) return {2, 0x80, 0xBF};
    if (premier == 0xE0) return {3, 0xA0, 0xBF};
    if (premier == 0xED) return {3, 0x80, 0x9F};
    if (premier >= 0xE1 && premier <= 0xEF) return {3, 0x80, 0xBF};
    if (premier == 0xF0) return {4, 0x90, 0xBF};
    if (premier >= 0xF1 && premier <= 0xF3) return {4, 0x80, 0xBF};
    if (premier == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

bool est_continuation(char octet) { return (static_cast<unsigned char>(octet) & 0xC0) == 0x80; }

// Length of the character at the start of `texte`; 0: none.
std::size_t longueur_du_caractere(std::string_view texte) {
    const auto suite = suite_de(static_cast<unsigned char>(texte.front()));
    if (suite.longueur < 2) return suite.longueur;
    if (texte.size() < suite.longueur) return 0;
    const auto second = static_cast<unsigned char>(texte[1]);
    if (second < suite.second_min || second > suite.second_max) return 0;
    const auto reste = texte.substr(2, suite.longueur - 2);
    return std::ranges::all_of(reste, est_continuation) ? suite.longueur : 0;
}

bool huit_octets_ascii(const char* octets) {
    std::uint64_t mot;
    std::memcpy(&mot, octets, sizeof mot);
    return (mot & 0x8080808080808080U) == 0;
}

}  // namespace

std::size_t premier_octet_hors_utf8(std::string_view texte) {
    std::size_t octet = 0;
    while (octet < texte.size()) {
        if (texte.size() - octet >= 8 && huit_octets_ascii(texte.data() + octet)) {
            octet += 8;
            continue;
        }
        const auto longueur = longueur_du_caractere(texte.substr(octet));
        if (longueur == 0) return octet;
        octet += longueur;
    }
    return texte.size();
}

Position position_de(std::string_view texte, std::size_t octet) {
    const auto avant = texte.substr(0, std::min(octet, texte.size()));
    const auto lignes = std::ranges::count(avant, '\n');
    const auto debut = avant.rfind('\n') == std::string_view::npos ? 0 : avant.rfind('\n') + 1;
    const auto suites = std::ranges::count_if(avant.substr(debut), est_continuation);
    return {.ligne = static_cast<int>(lignes) + 1,
            .colonne = static_cast<int>(avant.size() - debut) - static_cast<int>(suites) + 1};
}

std::string extrait(std::string_view texte, std::size_t maximum) {
    std::string sortie;
    while (!texte.empty()) {
        const auto longueur = longueur_du_caractere(texte);
        const auto morceau = longueur == 0 ? "\uFFFD" : texte.substr(0, longueur);
        if (sortie.size() + morceau.size() > maximum) return sortie + "…";
        const auto controle =
            static_cast<unsigned char>(morceau.front()) < 0x20 || morceau == "\x7f";
        sortie += controle ? " " : morceau;
        texte.remove_prefix(std::max<std::size_t>(longueur, 1));
    }
    return sortie;
}

}  // namespace grappe::dossier
