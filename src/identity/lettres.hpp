// Lettres: the mails of this module, from the sentences of locale/fr.txt.
#pragma once

#include <string_view>

#include "identity/courriel.hpp"
#include "identity/moyens.hpp"

namespace grappe::identity {

// Queues the mail `courriel.<code>`; its paragraphs are separated by "¶". The link, if the text has
// one, is `moyens.adresse_publique` and `chemin`.
struct Lettre {
    std::string_view code;
    const Courriel& destinataire;
    std::string chemin{};  // "/activation?jeton=…"
};
void envoyer(storage::Writer& db, const Moyens& moyens, const Lettre& lettre);

}  // namespace grappe::identity
