// Composing of mails; the address is that of the account.
#include "portail/teleservice/lettre.hpp"

#include "courrier/boite.hpp"
#include "identity/compte.hpp"

namespace grappe::teleservice {
namespace {

std::string en_paragraphes(std::string texte) {
    constexpr std::string_view separateur = " ¶ ";
    for (auto ou = texte.find(separateur); ou != std::string::npos; ou = texte.find(separateur))
        texte.replace(ou, separateur.size(), "\n\n");
    return texte;
}

}  // namespace

void annoncer_le_depot(storage::Writer& db, const Recepisse& recepisse, const MoyensDuDepot& moyens,
                       std::string_view compte) {
    const auto porteur = identity::trouver_compte(db, std::string{compte});
    if (!porteur) return;  // the account was closed meanwhile: nobody to write to
    const auto& phrases = moyens.regles.phrases;
    const auto paris = core::Zone::parse("Europe/Paris").value();
    const rules::Faits faits{{"numero", recepisse.numero},
                             {"guichet", recepisse.guichet.financeur},
                             {"depose_le", paris.text(recepisse.depose_le)},
                             {"empreinte", recepisse.empreinte},
                             {"pieces", static_cast<std::int64_t>(recepisse.pieces.size())},
                             {"lien", moyens.adresse_publique + "/api/recepisses/" +
                                          recepisse.numero + "?empreinte=" + recepisse.empreinte},
                             {"site", moyens.adresse_publique}};
    const auto texte = phrases.rendre("courriel.bonjour", {}) + " ¶ " +
                       phrases.rendre("courriel.depot.corps", faits) + " ¶ " +
                       phrases.rendre("courriel.signature", faits);
    courrier::deposer(db,
                      {.destinataire = porteur->courriel.text(),
                       .objet = phrases.rendre("courriel.depot.objet", faits),
                       .corps = en_paragraphes(texte) + "\n"},
                      moyens.reel);
}

}  // namespace grappe::teleservice
