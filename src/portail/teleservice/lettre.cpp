// Composing of mails; the address is that of the account.
#include "portail/teleservice/lettre.hpp"

#include "courrier/lettre.hpp"
#include "identity/compte.hpp"

namespace grappe::teleservice {

void annoncer_le_depot(storage::Writer& db, const Recepisse& recepisse, const Moyens& moyens,
                       std::string_view compte) {
    const auto porteur = identity::trouver_compte(db, std::string{compte});
    if (!porteur) return;  // the account was closed meanwhile: nobody to write to
    const auto paris = core::Zone::parse("Europe/Paris").value();
    const rules::Faits faits{{"numero", recepisse.numero},
                             {"guichet", recepisse.guichet.financeur},
                             {"depose_le", paris.text(recepisse.depose_le)},
                             {"empreinte", recepisse.empreinte},
                             {"pieces", static_cast<std::int64_t>(recepisse.pieces.size())},
                             {"lien", moyens.adresse_publique + "/recepisses/" + recepisse.numero +
                                          "?empreinte=" + recepisse.empreinte},
                             {"site", moyens.adresse_publique}};
    courrier::deposer(
        db, courrier::composer(moyens.regles.phrases, "depot", porteur->courriel.text(), faits),
        moyens.reel);
}

}  // namespace grappe::teleservice
