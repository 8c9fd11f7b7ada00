// Use cases: go on with a dossier that was withdrawn or judged by mistake, and let its porteur
// amend one that was deposited.
#pragma once

#include "portail/administration/intervention.hpp"

namespace grappe::administration {

// A withdrawn dossier is where its withdrawal left it; one judged receivable or not is examined
// again. Earlier decisions stay readable. Codes of a Demande, "dossier.etat",
// "administration.essms_ailleurs" (Reason::conflict: meanwhile an establishment is in another live
// dossier of the same applicant; the detail is its number).
core::Result<Dossier> rouvrir(storage::Writer& db, const Demandeur& qui, const Demande& demande,
                              const Moyens& moyens);

// A deposited dossier is written and deposited again until that day, whatever its window and even
// if its desk had begun: its requests are closed. Codes of a Demande, "dossier.etat",
// "administration.date".
struct Amendement {
    Demande demande;
    std::string_view jusqu_au;
};
core::Result<Dossier> ouvrir_a_la_modification(storage::Writer& db, const Demandeur& qui,
                                               const Amendement& amendement, const Moyens& moyens);

}  // namespace grappe::administration
