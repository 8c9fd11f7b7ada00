// The table of passages and attributes as a text that a lawyer can read.
#include "dui/identite/passage.hpp"

namespace grappe::identite {
namespace {

std::string colonne(std::string_view mot) {
    constexpr std::size_t largeur = 12;
    std::string texte{mot};
    texte.resize(std::max(largeur, texte.size() + 1), ' ');
    return texte;
}

}  // namespace

std::string table(const std::function<std::string(std::string_view)>& phrase) {
    std::string texte = phrase("identite.table.passages") + "\n";
    for (const auto& de : names(Statut{}))
        for (const auto& vers : names(Statut{})) {
            const bool admis = exigence(de.value, vers.value) != Exigence::refuse;
            texte += colonne(de.name) + colonne(vers.name) + colonne(admis ? "admis" : "refus") +
                     phrase(code_du_passage(de.value, vers.value)) + "\n";
        }
    texte += "\n" + phrase("identite.table.attributs") + "\n";
    for (const auto& attribut : names(Attribut{}))
        texte += colonne(attribut.name) +
                 phrase("identite.attribut." + std::string{attribut.name}) + "\n";
    texte += "\n" + phrase("identite.table.emission") + "\n\n" +
             phrase("identite.table.dispositifs") + "\n";
    for (const auto& dispositif : names(Dispositif{}))
        texte += phrase("identite.dispositif." + std::string{dispositif.name}) + "\n";
    return texte;
}

}  // namespace grappe::identite
