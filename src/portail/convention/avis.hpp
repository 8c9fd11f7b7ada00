// Avis: mails about an agreement that are no letters: queued in the transaction of their act, so
// that each goes once. They lead to the page and never hold an account: its last characters alone.
#pragma once

#include "identity/preference_courrier.hpp"
#include "portail/convention/acces.hpp"

namespace grappe::convention {

// `code`: of the sentences "courriel.CODE…". `faits` are joined by "numero", "porteur", "lien" and
// "site".
struct AvisDeConvention {
    std::string_view code;
    rules::Faits faits;
};

// Never refused: its money is at stake.
void avertir_le_porteur(storage::Writer& db, const Sujet& sujet, const AvisDeConvention& avis,
                        const identity::Poste& poste);
// Everybody of the desk but who acts: it asks for an act.
void avertir_le_guichet(storage::Writer& db, const std::pair<const Demandeur&, const Sujet&>& a,
                        const AvisDeConvention& avis, const identity::Poste& poste);

}  // namespace grappe::convention
