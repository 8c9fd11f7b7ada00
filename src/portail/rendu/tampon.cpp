// Escapes of JSON texts, eight bytes at a time while there is nothing to escape.
#include "portail/rendu/tampon.hpp"

#include <cstdint>

namespace grappe::rendu {
namespace {

constexpr std::uint64_t partout(std::uint64_t octet) { return 0x0101010101010101U * octet; }

// Is one of the eight bytes below 0x20, a quote or a backslash? Bytes of 0x80 and more never are.
constexpr bool huit_a_echapper(std::uint64_t mot) {
    const auto nul = [](std::uint64_t m) { return (m - partout(0x01)) & ~m; };
    const auto controle = (mot - partout(0x20)) & ~mot;
    return ((controle | nul(mot ^ partout('"')) | nul(mot ^ partout('\\'))) & partout(0x80)) != 0;
}

bool a_echapper(char signe) {
    return static_cast<unsigned char>(signe) < 0x20 || signe == '"' || signe == '\\';
}

template <class Sortie>
void ajouter_signe(Sortie& sortie, char signe) {
    constexpr std::string_view chiffres = "0123456789abcdef";
    switch (signe) {
        case '"':
            sortie.append("\\\"");
            return;
        case '\\':
            sortie.append("\\\\");
            return;
        case '\n':
            sortie.append("\\n");
            return;
        case '\r':
            sortie.append("\\r");
            return;
        case '\t':
            sortie.append("\\t");
            return;
        default:
            break;
    }
    sortie.append("\\u00");
    sortie.push_back(chiffres[static_cast<unsigned char>(signe) >> 4]);
    sortie.push_back(chiffres[static_cast<unsigned char>(signe) & 0xF]);
}

// How many bytes at the beginning need no escape.
std::size_t octets_sains(std::string_view texte) {
    std::size_t sains = 0;
    for (std::uint64_t mot; sains + sizeof mot <= texte.size(); sains += sizeof mot) {
        std::memcpy(&mot, texte.data() + sains, sizeof mot);
        if (huit_a_echapper(mot)) break;
    }
    while (sains < texte.size() && !a_echapper(texte[sains])) ++sains;
    return sains;
}

template <class Sortie>
void ajouter_texte(Sortie& sortie, std::string_view texte) {
    for (;;) {
        const auto sains = octets_sains(texte);
        sortie.append(texte.substr(0, sains));
        if (sains == texte.size()) return;
        ajouter_signe(sortie, texte[sains]);
        texte.remove_prefix(sains + 1);
    }
}

}  // namespace

void ajouter_echappe(Tampon& sortie, std::string_view texte) { ajouter_texte(sortie, texte); }
void ajouter_echappe(std::string& sortie, std::string_view texte) { ajouter_texte(sortie, texte); }

}  // namespace grappe::rendu
