// Fonds: what an agreement does to the ledger of its envelope: what was reserved is committed at
// its signature, paid by halves, and what the balance leaves is free again (catalogue 5.5). A
// dossier that no committee reserved for holds nothing there: nothing moves.
#pragma once

#include "portail/convention/acces.hpp"
#include "portail/convention/avenant.hpp"

namespace grappe::convention {

// Codes of enveloppe::ecrire: the place does not hold it.
core::Result<void> engager(storage::Writer& db, const Demandeur& qui, const Convention& convention);
// What remains due under an amendment is what is committed: more is reserved and committed, what is
// no longer due is free again. "enveloppe.depassee": the envelope does not hold what is missing.
core::Result<void> ajuster(storage::Writer& db, const Demandeur& qui, const Avenant& avenant,
                           std::string_view dossier);
// What the envelope would lack for it; empty: nothing.
std::optional<Money> manque_pour(storage::Reader& db, const Version& version,
                                 std::string_view dossier);
// The first time, or after the bank sent it back: what the balance leaves is free already.
enum class Fois { premiere, reprise };
core::Result<void> payer(storage::Writer& db, const Demandeur& qui, const Versement& versement,
                         Fois fois);
// The bank sent it back: committed again, until it is asked for again.
core::Result<void> revenir(storage::Writer& db, const Demandeur& qui, const Versement& versement);

// The porteur gave it back: free again. "enveloppe.depassee": the dossier was not paid that much.
struct SommeRendue {
    std::string_view dossier, recouvrement;
    int rang;  // of what came back
    Money montant;
};
core::Result<void> recouvrer(storage::Writer& db, const Demandeur& qui, const SommeRendue& rendue);

}  // namespace grappe::convention
