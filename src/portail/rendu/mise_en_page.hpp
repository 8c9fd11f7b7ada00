// Laying text out in columns of characters: width, wrapping, filling.
#pragma once

#include <string>
#include <string_view>

namespace grappe::rendu {

inline constexpr std::size_t largeur_de_page = 100;

// Characters shown, not bytes: every character of a French text takes one column.
std::size_t largeur(std::string_view utf8);

std::string repete(std::string_view signe, std::size_t fois);
std::string a_gauche(std::string_view texte, std::size_t colonnes);  // cut with … when too long
std::string a_droite(std::string_view texte, std::size_t colonnes);

// Appends `texte` in lines of at most `largeur_de_page` columns, broken at plain spaces: the first
// line after `tete`, the next ones under it. A word too long for a line stays whole.
void ajouter_paragraphe(std::string& sortie, std::string_view tete, std::string_view texte);

}  // namespace grappe::rendu
