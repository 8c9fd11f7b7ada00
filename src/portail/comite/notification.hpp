// Use case: the results of a committee become public, all of them at one instant.
#pragma once

#include "portail/comite/candidat.hpp"
#include "portail/comite/convocation.hpp"

namespace grappe::comite {

// Why the results cannot be published; then nothing was changed.
struct Empechement {
    // "comite.avis_manquant", "comite.enveloppe_depassee", "comite.sans_dossier",
    // "comite.rang_saute" (one that waits is retained before a better rank, and nobody says why)
    std::string code;
    std::string objet;   // id of the dossier; empty: the committee
    std::string phrase;  // in French
};

struct Publication {
    std::vector<Resultat> resultats;
    std::vector<Empechement> empechements;
};

// One transaction: each dossier takes the state of its opinion and is notified, its subsidy is
// reserved when it is favourable, its letter goes, the journal says so. Codes of `ouvrir`.
core::Result<Publication> notifier(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                                   const Moyens& moyens);

// What would be published, for a preview: the same, and nothing is written. Codes of
// `demander_le_comite`.
core::Result<Publication> apercevoir(storage::Reader& db, const Demandeur& qui,
                                     std::string_view comite, const Moyens& moyens);

// What the committee can still retain: its envelope, and no more than the ledger has.
core::Money a_repartir(storage::Reader& db, const Comite& comite);

}  // namespace grappe::comite
