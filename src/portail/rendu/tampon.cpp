// Escapes of JSON texts, sixteen bytes at a time while there is nothing to escape.
#include "portail/rendu/tampon.hpp"

#include <cstdint>

namespace grappe::rendu {
namespace {

// Sixteen bytes in one register, of any processor that g++ and clang know.
using Seize = unsigned char __attribute__((vector_size(16)));

// Is one of the sixteen a control, a quote or a backslash? Bytes of 0x80 and more never are.
bool seize_a_echapper(const char* octets) {
    Seize lus;
    std::memcpy(&lus, octets, sizeof lus);
    const auto trouves = (lus < 0x20) | (lus == '"') | (lus == '\\');
    std::uint64_t moities[2];
    std::memcpy(moities, &trouves, sizeof moities);
    return (moities[0] | moities[1]) != 0;
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
    while (sains + sizeof(Seize) <= texte.size() && !seize_a_echapper(texte.data() + sains))
        sains += sizeof(Seize);
    // The last ones, with some already seen, in one look.
    if (texte.size() - sains < sizeof(Seize) && texte.size() >= sizeof(Seize) &&
        !seize_a_echapper(texte.data() + texte.size() - sizeof(Seize)))
        return texte.size();
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
