// Fichiers: from a form to the magasin, and from the magasin to an attachment; for the API and the
// pages alike.
#pragma once

#include <optional>

#include "portail/membres/demande_grappe.hpp"
#include "portail/pieces/antivirus.hpp"
#include "portail/pieces/magasin.hpp"
#include "portail/socle/portail.hpp"
#include "portail/teleservice/moyens.hpp"
#include "portail/teleservice/piece.hpp"
#include "web/garde/garde.hpp"

namespace grappe::reception {

// What a server keeps files with; outlives its routes.
struct Fichiers {
    const pieces::Magasin& magasin;
    const std::optional<pieces::Antivirus>& antivirus;
};

inline constexpr std::size_t formulaire_max = teleservice::piece_max + std::size_t{64} * 1024;

// Who asks, and when the server believes it is. Borrows the visit, which has somebody.
teleservice::Demandeur demandeur(const garde::Visite& visite);

// The same for requests for a grappe. Borrows the visit.
membres::Qui qui_demande(const garde::Visite& visite);

// What a use case judges by and writes its mails with.
teleservice::Moyens moyens_de(const socle::Portail& portail, const garde::Visite& visite);

// Where the body of a route that joins a piece goes as it comes: fields `type`, `organisme`,
// `remplace` and the file `fichier`.
http::SinkMaker receveur(const Fichiers& fichiers);

// The file that came is checked and put in its place: what is left is `teleservice::joindre`. Codes
// of `demander_pour`, "piece.formulaire", "piece.taille", and those of pieces::Format and of the
// antivirus; storage::NoRoom when the disk is full.
core::Result<teleservice::NouvellePiece> recevoir(const Fichiers& fichiers,
                                                  const garde::Visite& visite);

// The piece of the route's {id} and {piece} as an attachment. Codes of `lire_piece`.
core::Result<http::Response> rendre(const Fichiers& fichiers, const garde::Visite& visite);

}  // namespace grappe::reception
