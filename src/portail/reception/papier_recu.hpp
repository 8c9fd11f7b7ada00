// Papier reçu: the form of a scan, from its bytes to the agreement that its code names; for the API
// and the pages alike.
#pragma once

#include "portail/convention/papier.hpp"
#include "portail/reception/fichiers.hpp"

namespace grappe::reception {

// Its form goes to the disk as it comes (`receveur_de_message`): fields `code` and `partie`, the
// file `fichier`. A code that is not typed is read from the file; one that is typed must not be
// that of another paper. The file takes its place: what is left is `convention::deposer_un_papier`.
// Codes of `convention::permettre_un_papier`, of `verifier`, "papier.formulaire", "papier.format",
// "papier.code_illisible", "papier.autre_code" (Reason::conflict: the detail is what the file
// says).
core::Result<convention::NouveauPapier> recevoir_le_papier(const Fichiers& fichiers,
                                                           const garde::Visite& visite);

// Received, then written: what a page does.
core::Result<convention::PapierDepose> deposer_le_papier(const Fichiers& fichiers,
                                                         const socle::Portail& portail,
                                                         const garde::Visite& visite);

// The scan of the route's {papier} as an attachment. Codes of convention::lire_un_papier.
core::Result<http::Response> rendre_le_papier(const Fichiers& fichiers,
                                              const garde::Visite& visite);

}  // namespace grappe::reception
