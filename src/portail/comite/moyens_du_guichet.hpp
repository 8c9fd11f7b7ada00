// Use cases of a desk on what its committees draw from: its envelopes, and what it funded before.
#pragma once

#include "portail/comite/acces.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/livre_repository.hpp"
#include "portail/programme/chargement.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::comite {

struct Livre {
    enveloppe::Enveloppe enveloppe;
    std::vector<enveloppe::Ecriture> ecritures;
    enveloppe::Soldes soldes;
};
// Of the actor's desk. Codes "acces.interdit", "enveloppe.appel" (Reason::not_found: never opened).
core::Result<Livre> lire_le_livre(storage::Reader& db, const Demandeur& qui,
                                  std::string_view appel);

// Of the actor's desk, by call: those that were ever opened. Code "acces.interdit".
core::Result<std::vector<enveloppe::Bilan>> bilans_du_guichet(storage::Reader& db,
                                                              const Demandeur& qui);

inline constexpr std::int64_t mouvements_par_page = 50;

// One page of a ledger, the last moves first, and the dossiers that it names.
struct Feuillet {
    enveloppe::Bilan bilan;
    std::vector<enveloppe::Ecriture> ecritures;
    std::vector<DossierCite> dossiers;
    std::int64_t page, pages;  // from 1; one that is not there is the nearest that is
};
// Codes of `lire_le_livre`.
core::Result<Feuillet> feuilleter(storage::Reader& db, const Demandeur& qui, std::string_view appel,
                                  std::int64_t page);

// Whom money may be given to: a desk and a call that are known. Any other would keep it for ever.
struct Destinations {
    const referentiels::Territoires& territoires;
    const programme::Appels& appels;
};

struct NouveauMouvement {
    std::string_view appel;
    std::string_view genre;  // "ouvrir": more was granted; "ceder": to another desk
    std::string_view montant;
    std::string_view vers;        // of "ceder": code of a region, or "national"
    std::string_view appel_vers;  // empty: the same call
    std::string_view motif;
    // How many moves its author saw, when it says so: the same form sent twice writes once.
    std::optional<std::int64_t> vus{};
};
// Codes of `lire_le_livre`, "enveloppe.perimee" (Reason::conflict), "enveloppe.genre",
// "enveloppe.montant", "enveloppe.vers", "instruction.texte_vide" (no reason),
// "enveloppe.depassee".
core::Result<enveloppe::Ecriture> mouvoir(storage::Writer& db, const Demandeur& qui,
                                          const NouveauMouvement& nouveau,
                                          const Destinations& destinations);

// What the desk funded before this portail, as it states it; how many lines were kept. Codes
// "acces.interdit", "comite.portefeuille_deja" (Reason::conflict: that source was imported; it
// would count twice).
core::Result<int> importer_le_portefeuille(storage::Writer& db, const Demandeur& qui,
                                           const std::vector<LigneImportee>& lignes);
// Each import, in the order of their writing. Code "acces.interdit".
core::Result<std::vector<SourceImportee>> sources_du_portefeuille(storage::Reader& db,
                                                                  const Demandeur& qui);

}  // namespace grappe::comite
