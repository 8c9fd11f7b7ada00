// Accès: a report for an actor, or the refusal that says no more than it must.
#pragma once

#include "portail/teleservice/acces.hpp"
#include "portail/usages/rapport_recu.hpp"
#include "storage/base.hpp"

namespace grappe::usages {

using teleservice::Demandeur;

// Who reads one of its dossiers reads the report: the porteur who sent it or who succeeded to
// that one, the desk, the national level. A report counts one porteur's establishments; it is
// signed as a whole and shown as a whole. Codes "usages.inconnu" (Reason::not_found),
// "usages.interdit" (Reason::forbidden: read, but not this act).
core::Result<RapportRecu> demander_le_rapport(storage::Reader& db, const Demandeur& qui,
                                              std::string_view id, access::Permission permission);

// "rapport-usage:3f…", as the journal names it.
std::string objet_du_journal(std::string_view rapport);

}  // namespace grappe::usages
