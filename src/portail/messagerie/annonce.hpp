// Annonce: the mail that says to the other side that a message came, and where to read it.
#pragma once

#include "portail/messagerie/messagerie.hpp"

namespace grappe::messagerie {

// To the porteur; or to who examines the dossier, and to the whole desk as long as nobody does. The
// mail shows nothing of the message: mail is read by machines, forwarded, printed.
void annoncer(storage::Writer& db, const teleservice::Dossier& dossier, const Message& message,
              const Moyens& moyens);

}  // namespace grappe::messagerie
