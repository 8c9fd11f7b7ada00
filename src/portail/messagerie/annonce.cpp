// Mails about messages.
#include "portail/messagerie/annonce.hpp"

#include "portail/instruction/lettres.hpp"

namespace grappe::messagerie {

void annoncer(storage::Writer& db, const teleservice::Dossier& dossier, const Message& message,
              const Moyens& moyens) {
    using instruction::GenreDeLettre;
    constexpr auto acte = identity::Poids::acte;
    if (message.cote == Cote::porteur)
        return instruction::annoncer_au_guichet(db, {dossier, moyens},
                                                {.genre = GenreDeLettre::guichet_message}, acte);
    instruction::annoncer_au_porteur(db, {dossier, moyens}, {.genre = GenreDeLettre::message},
                                     acte);
}

}  // namespace grappe::messagerie
