// Use cases of a desk on what its committees draw from: its envelopes, and what it funded before.
#pragma once

#include "portail/comite/acces.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/enveloppe/grand_livre.hpp"

namespace grappe::comite {

struct Livre {
    enveloppe::Enveloppe enveloppe;
    std::vector<enveloppe::Ecriture> ecritures;
    enveloppe::Soldes soldes;
};
// Of the actor's desk. Codes "acces.interdit", "enveloppe.appel" (Reason::not_found: never opened).
core::Result<Livre> lire_le_livre(storage::Reader& db, const Demandeur& qui,
                                  std::string_view appel);

struct NouveauMouvement {
    std::string_view appel;
    std::string_view genre;  // "ouvrir": more was granted; "ceder": to another desk
    std::string_view montant;
    std::string_view vers;        // of "ceder": code of a region, or "national"
    std::string_view appel_vers;  // empty: the same call
    std::string_view motif;
};
// Codes of `lire_le_livre`, "enveloppe.genre", "enveloppe.montant", "enveloppe.vers",
// "instruction.texte_vide" (no reason), "enveloppe.depassee".
core::Result<enveloppe::Ecriture> mouvoir(storage::Writer& db, const Demandeur& qui,
                                          const NouveauMouvement& nouveau);

// What the desk funded before this portail, as it states it; how many lines were kept. Code
// "acces.interdit".
core::Result<int> importer_le_portefeuille(storage::Writer& db, const Demandeur& qui,
                                           const std::vector<LigneImportee>& lignes);

}  // namespace grappe::comite
