// Message reçu: from a form to what `messagerie::ecrire` takes; for the API and the pages alike.
#pragma once

#include "portail/messagerie/messagerie.hpp"
#include "portail/reception/fichiers.hpp"

namespace grappe::reception {

inline constexpr std::size_t message_au_plus =
    messagerie::fichiers_max * teleservice::piece_max + std::size_t{64} * 1024;

// Where the body of a route that writes a message goes as it comes: fields `texte`, `vu`, and the
// files `fichier`.
http::SinkMaker receveur_de_message(const Fichiers& fichiers);

// The files that came are checked, all of them before any takes its place. Codes of
// `permettre_d_ecrire`, "message.formulaire", "message.fichiers", and those of `verifier`,
// whose detail is the name of the file.
core::Result<messagerie::NouveauMessage> recevoir_le_message(const Fichiers& fichiers,
                                                             const garde::Visite& visite);

// Received, then written: what a page does. Codes of `recevoir_le_message` and messagerie::ecrire.
core::Result<messagerie::Message> ecrire_le_message(const Fichiers& fichiers,
                                                    const socle::Portail& portail,
                                                    const garde::Visite& visite);

// Up to the route's {id} and {numero}: answers how many are left. Codes of messagerie::marquer_lus.
core::Result<int> marquer_les_lus(const garde::Visite& visite);

// The file of the route's {id}, {numero} and {fichier} as an attachment. Codes of `lire_fichier`.
core::Result<http::Response> rendre_le_fichier(const Fichiers& fichiers,
                                               const garde::Visite& visite);

}  // namespace grappe::reception
