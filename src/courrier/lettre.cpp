// Composing of mails.
#include "courrier/lettre.hpp"

namespace grappe::courrier {
namespace {

std::string en_paragraphes(std::string texte) {
    constexpr std::string_view separateur = " ¶ ";
    for (auto ou = texte.find(separateur); ou != std::string::npos; ou = texte.find(separateur))
        texte.replace(ou, separateur.size(), "\n\n");
    return texte;
}

}  // namespace

Message composer(const rules::Phrases& phrases, std::string_view code, std::string destinataire,
                 const rules::Faits& faits) {
    const auto lettre = "courriel." + std::string{code};
    const auto texte = phrases.rendre("courriel.bonjour", {}) + " ¶ " +
                       phrases.rendre(lettre + ".corps", faits) + " ¶ " +
                       phrases.rendre("courriel.signature", faits);
    return {.destinataire = std::move(destinataire),
            .objet = phrases.rendre(lettre + ".objet", faits),
            .corps = en_paragraphes(texte) + "\n"};
}

}  // namespace grappe::courrier
