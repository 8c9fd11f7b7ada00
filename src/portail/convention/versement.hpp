// Use cases of a desk: the balance computed, a payment asked for by one person and decided by
// another.
#pragma once

#include "portail/convention/acces.hpp"

namespace grappe::convention {

// What the balance was computed from, and the balance.
struct SoldeCalcule {
    Sujet sujet;
    std::optional<EtatDeDepenses> depenses;
    std::vector<std::string> rapports;
    solde::Solde solde;
};
// The last measure of each establishment among the reports of the agreement, by measured day. By
// the rules in force for that dossier. Codes of `acceder`.
core::Result<SoldeCalcule> lire_le_solde(storage::Reader& db, const Demandeur& qui,
                                         std::string_view convention, const Moyens& moyens);

// The same for whoever has read the agreement: nothing is decided by it.
solde::Solde expliquer_le_solde(storage::Reader& db, const Sujet& sujet, const Moyens& moyens);

struct NouveauVersement {
    std::string_view convention, objet;
    // Of a balance left to the agency: what it decides, and why. Elsewhere an amount may be said;
    // it is then what is due, or refused.
    std::string_view montant{}, motif{};
};
// What the bank sent back is asked for again with the same amount, whatever the state of the
// dossier. Codes of `acceder`, "versement.objet", "dossier.etat", "versement.deja",
// "versement.avenant_en_attente" (an amendment waits for its signatures),
// "versement.avance_nulle", "versement.avance_due" (the balance comes after the advance),
// "versement.solde_incomplet", "versement.a_decider" (Reason::rule_not_met: an amount and its
// reason are needed; the detail is the bounds), "versement.montant" (Reason::rule_not_met: out of
// them; the detail is the bounds).
core::Result<Versement> demander_un_versement(storage::Writer& db, const Demandeur& qui,
                                              const NouveauVersement& nouveau,
                                              const Moyens& moyens);

struct DecisionVoulue {
    std::string_view versement;
    std::string_view decision;  // a name of Decision; empty: valide
};
// By another person than who asked. A valid advance starts the project (`en_cours`), a valid
// balance ends it (`solde`). Codes of `acceder`, "versement.inconnu", "versement.decision",
// "versement.meme_personne" (Reason::forbidden), "versement.deja_decide", "versement.avance_due".
core::Result<Versement> decider(storage::Writer& db, const Demandeur& qui,
                                const DecisionVoulue& voulue, const Moyens& moyens);

}  // namespace grappe::convention
