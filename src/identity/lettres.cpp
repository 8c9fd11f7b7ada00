// Composing of mails.
#include "identity/lettres.hpp"

#include "courrier/lettre.hpp"

namespace grappe::identity {

void envoyer(storage::Writer& db, const Moyens& moyens, const Lettre& lettre) {
    const auto lien = moyens.adresse_publique + lettre.chemin;
    const rules::Faits faits{{"lien", lien}, {"site", moyens.adresse_publique}};
    courrier::deposer(
        db, courrier::composer(moyens.phrases, lettre.code, lettre.destinataire.text(), faits),
        moyens.reel);
}

}  // namespace grappe::identity
