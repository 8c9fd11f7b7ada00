// Columns are counted in characters, so that accents and thin spaces do not shift a table.
#include "portail/rendu/mise_en_page.hpp"

#include <algorithm>

namespace grappe::rendu {
namespace {

bool commence_un_caractere(char octet) {
    return (static_cast<unsigned char>(octet) & 0xC0) != 0x80;
}

std::string_view premiers(std::string_view utf8, std::size_t caracteres) {
    std::size_t octet = 0;
    for (; octet < utf8.size(); ++octet)
        if (commence_un_caractere(utf8[octet]) && caracteres-- == 0) break;
    return utf8.substr(0, octet);
}

}  // namespace

std::size_t largeur(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, commence_un_caractere));
}

std::string repete(std::string_view signe, std::size_t fois) {
    std::string sortie;
    while (fois-- > 0) sortie += signe;
    return sortie;
}

std::string a_gauche(std::string_view texte, std::size_t colonnes) {
    const auto occupees = largeur(texte);
    if (occupees > colonnes) return std::string{premiers(texte, colonnes - 1)} + "…";
    return std::string{texte} + std::string(colonnes - occupees, ' ');
}

std::string a_droite(std::string_view texte, std::size_t colonnes) {
    const auto occupees = largeur(texte);
    return std::string(colonnes - std::min(occupees, colonnes), ' ') + std::string{texte};
}

void ajouter_paragraphe(std::string& sortie, std::string_view tete, std::string_view texte) {
    const auto retrait = largeur(tete);
    sortie += tete;
    auto colonne = retrait;
    while (!texte.empty()) {
        const auto fin = std::min(texte.find(' '), texte.size());
        const auto mot = texte.substr(0, fin);
        texte.remove_prefix(std::min(fin + 1, texte.size()));
        if (mot.empty()) continue;
        const auto colonnes = largeur(mot);
        if (colonne > retrait && colonne + 1 + colonnes > largeur_de_page) {
            sortie += '\n';
            sortie.append(retrait, ' ');
            colonne = retrait;
        }
        if (colonne > retrait) {
            sortie += ' ';
            ++colonne;
        }
        sortie += mot;
        colonne += colonnes;
    }
    sortie += '\n';
}

}  // namespace grappe::rendu
