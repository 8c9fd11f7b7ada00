// Composing of mails; the address is that of the account.
#include "portail/teleservice/lettre.hpp"

#include "identity/compte.hpp"
#include "portail/teleservice/lettre_type.hpp"

namespace grappe::teleservice {

void annoncer_le_depot(storage::Writer& db, const Recepisse& recepisse, const Moyens& moyens,
                       std::string_view compte) {
    const auto porteur = identity::trouver_compte(db, std::string{compte});
    if (!porteur) return;  // the account was closed meanwhile: nobody to write to
    const auto& paris = core::paris();
    const auto& phrases = moyens.regles.phrases;
    const Champs champs{{"numero", recepisse.numero},
                        {"appel", recepisse.appel},
                        {"guichet", recepisse.guichet.financeur},
                        {"depose_le", paris.text(recepisse.depose_le)},
                        {"empreinte", recepisse.empreinte},
                        {"pieces", std::to_string(recepisse.pieces.size())},
                        {"lien", moyens.adresse_publique + "/recepisses/" + recepisse.numero +
                                     "?empreinte=" + recepisse.empreinte}};
    const auto texte =
        remplir(modele(db, {GenreDeLettre::depot, recepisse.guichet.code}, phrases), champs);
    // It proves the deposit: no preference keeps it back.
    courrier::deposer(db,
                      en_message(texte, porteur->courriel.text(), phrases, moyens.adresse_publique),
                      moyens.reel);
}

}  // namespace grappe::teleservice
