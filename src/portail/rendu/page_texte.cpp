// Lines, titles and numbered sources of the text of an analysis.
#include "portail/rendu/page_texte.hpp"

#include <algorithm>

#include "portail/rendu/mise_en_page.hpp"

namespace grappe::rendu {

void PageTexte::ligne(std::string_view texte) {
    sortie_ += texte;
    sortie_ += '\n';
}

void PageTexte::paragraphe(std::string_view tete, std::string_view texte) {
    ajouter_paragraphe(sortie_, tete, texte);
}

void PageTexte::filet(std::string_view signe) { ligne(repete(signe, largeur_de_page)); }

void PageTexte::titre(std::string_view texte) {
    ligne("");
    ligne(texte);
    filet("─");
}

std::string PageTexte::renvoi(const rules::Source& source) {
    const auto connue =
        std::ranges::find_if(sources_, [&](const auto* autre) { return *autre == source; });
    const auto rang = connue - sources_.begin();
    if (connue == sources_.end()) sources_.push_back(&source);
    return "[" + std::to_string(rang + 1) + "]";
}

}  // namespace grappe::rendu
