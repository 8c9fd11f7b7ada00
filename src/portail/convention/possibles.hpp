// Possibles: which acts an agreement would take from somebody now: what a page offers. Each act
// judges again by itself.
#pragma once

#include "portail/convention/avenant.hpp"
#include "portail/convention/recouvrement.hpp"
#include "portail/convention/versement.hpp"

namespace grappe::convention {

struct Possibles {
    bool signer_pour_le_porteur = false;  // electronically: its own
    bool signer_pour_l_ars = false;
    bool enregistrer_le_papier = false;  // that the porteur signed
    bool deposer_un_papier = false;      // the scan of what was signed
    bool donner_les_coordonnees = false;
    bool transmettre = false;  // usage reports
    bool declarer = false;     // expenses
    bool viser = false;
    bool preparer_un_avenant = false;
    bool abandonner_l_avenant = false;
    bool demander_l_avance = false;
    bool demander_le_solde = false;
    bool redemander_l_avance = false;  // the bank sent it back
    bool redemander_le_solde = false;
    bool confirmer_les_coordonnees = false;
    bool decider = false;  // the payment that is under way
    bool ouvrir_un_recouvrement = false;
    bool decider_un_recouvrement = false;  // the one under way
    bool valider_un_recouvrement = false;  // else it may only be rejected
    bool noter_un_retour = false;
};

// `versements`, `recouvrements` and `solde` are those of the subject; `solde` null: not for this
// reader.
struct Vu {
    const Sujet& sujet;
    const std::optional<EtatDeDepenses>& depenses;
    const std::vector<Versement>& versements;
    const std::vector<Recouvrement>& recouvrements;
    const solde::Solde* solde;
};
Possibles possibles(storage::Reader& db, const Demandeur& qui, const Vu& vu);
// Of an amendment: its signatures, and giving it up.
Possibles possibles(storage::Reader& db, const Demandeur& qui, const Sujet& sujet,
                    const Avenant& avenant);

}  // namespace grappe::convention
