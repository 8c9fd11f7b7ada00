// Composing of mails.
#include "courrier/lettre.hpp"

namespace grappe::courrier {

std::string en_paragraphes(std::string texte) {
    constexpr std::string_view separateur = " ¶ ";
    for (auto ou = texte.find(separateur); ou != std::string::npos; ou = texte.find(separateur, ou))
        texte.replace(ou, separateur.size(), "\n\n");
    return texte;
}

Message encadrer(const rules::Phrases& phrases, Texte texte, std::string destinataire,
                 const rules::Faits& faits) {
    const auto signature = en_paragraphes(phrases.rendre("courriel.signature", faits));
    return {.destinataire = std::move(destinataire),
            .objet = std::move(texte.objet),
            .corps = phrases.rendre("courriel.bonjour", {}) + "\n\n" + texte.corps + "\n\n" +
                     signature + "\n"};
}

Message composer(const rules::Phrases& phrases, std::string_view code, std::string destinataire,
                 const rules::Faits& faits) {
    const auto lettre = "courriel." + std::string{code};
    return encadrer(phrases,
                    {phrases.rendre(lettre + ".objet", faits),
                     en_paragraphes(phrases.rendre(lettre + ".corps", faits))},
                    std::move(destinataire), faits);
}

}  // namespace grappe::courrier
