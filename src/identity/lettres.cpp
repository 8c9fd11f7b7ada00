// Composing of mails.
#include "identity/lettres.hpp"

#include "courrier/boite.hpp"

namespace grappe::identity {
namespace {

std::string en_paragraphes(std::string texte) {
    constexpr std::string_view separateur = " ¶ ";
    for (auto ou = texte.find(separateur); ou != std::string::npos; ou = texte.find(separateur))
        texte.replace(ou, separateur.size(), "\n\n");
    return texte;
}

}  // namespace

void envoyer(storage::Writer& db, const Moyens& moyens, const Lettre& lettre) {
    const auto code = "courriel." + std::string{lettre.code};
    const auto lien = moyens.adresse_publique + lettre.chemin;
    const rules::Faits faits{{"lien", lien}, {"site", moyens.adresse_publique}};
    const auto texte = moyens.phrases.rendre("courriel.bonjour", {}) + " ¶ " +
                       moyens.phrases.rendre(code + ".corps", faits) + " ¶ " +
                       moyens.phrases.rendre("courriel.signature", faits);
    courrier::deposer(db,
                      {.destinataire = lettre.destinataire.text(),
                       .objet = moyens.phrases.rendre(code + ".objet", {}),
                       .corps = en_paragraphes(texte) + "\n"},
                      moyens.reel);
}

}  // namespace grappe::identity
