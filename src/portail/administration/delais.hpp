// Use cases: more time for one dossier: for its deposit, or for an answer to its desk.
#pragma once

#include "portail/administration/intervention.hpp"

namespace grappe::administration {

// The deposit of a draft, or of the changes of a deposited dossier, stays open until the end of
// that day, whatever the window. The rules still say that it is late: the desk answers that. Codes
// of a Demande, "dossier.etat", "administration.date", "administration.deja_ouvert"
// (Reason::conflict: it is open longer already).
struct Prolongation {
    Demande demande;
    std::string_view jusqu_au;
};
core::Result<Intervention> prolonger(storage::Writer& db, const Demandeur& qui,
                                     const Prolongation& prolongation, const Moyens& moyens);

// An open request for complements is due later. Codes of a Demande, "dossier.etat",
// "administration.date", "administration.demande" (Reason::not_found: no open request of that
// number), "administration.plus_tot" (Reason::rule_not_met: not later than it is).
struct Report {
    Demande demande;
    std::string_view numero;
    std::string_view echeance;
};
core::Result<Intervention> reporter(storage::Writer& db, const Demandeur& qui, const Report& report,
                                    const Moyens& moyens);

}  // namespace grappe::administration
