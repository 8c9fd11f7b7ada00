// Mails about messages.
#include "portail/messagerie/annonce.hpp"

#include "identity/compte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/messagerie/message_repository.hpp"

namespace grappe::messagerie {
namespace {

void annoncer_au_guichet(storage::Writer& db, const teleservice::Dossier& dossier,
                         const Moyens& moyens) {
    const auto instructeur = instruction::instructeur_de(db, dossier.id);
    const auto comptes = instructeur ? std::vector{*instructeur}
                                     : comptes_du_guichet(db, dossier.guichet.value_or(""));
    for (const auto& id : comptes) {
        const auto compte = identity::trouver_compte(db, id);
        if (!compte || compte->ferme) continue;
        instruction::annoncer_au_guichet(
            db,
            {.destinataire = *compte,
             .poids = instructeur ? identity::Poids::acte : identity::Poids::nouvelle,
             .code = instructeur ? "message" : "message_sans_instructeur",
             .dossier = dossier.id,
             .page = "/messages"},
            moyens);
    }
}

}  // namespace

void annoncer(storage::Writer& db, const teleservice::Dossier& dossier, const Message& message,
              const Moyens& moyens) {
    if (message.cote == Cote::porteur) return annoncer_au_guichet(db, dossier, moyens);
    instruction::annoncer_au_porteur(db, {dossier, moyens}, instruction::GenreDeLettre::message);
}

}  // namespace grappe::messagerie
