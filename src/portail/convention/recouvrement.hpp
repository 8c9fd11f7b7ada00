// Recouvrement: money that a balance says to recover (AMB-25, an amendment): the desk opens it with
// its reason, a second person validates it, then what comes back is noted and moves in the ledger.
// The amount is computed, never typed.
#pragma once

#include "portail/convention/acces.hpp"

namespace grappe::convention {

// Money that came back.
struct Retour {
    int rang;
    Money montant;
    core::Date recu_le;     // on the account
    std::string reference;  // of the transfer, once a recovery
    std::string par;
    core::Instant note_le;
};

struct Recouvrement {
    std::string id, dossier, convention;
    int rang;  // 1, then one more
    Money montant;
    std::string motif;
    std::string demande_par;
    core::Instant demande_le;
    std::optional<Decision> decision{};
    std::optional<std::string> decide_par{};
    std::optional<core::Instant> decide_le{};
    std::vector<Retour> retours{};

    bool en_cours() const { return !decision; }
    bool compte() const { return decision != Decision::rejete; }
    bool valide() const { return decision == Decision::valide; }
    Money rendu() const;
    Money reste() const { return montant - rendu(); }
};

// What the valid balance says to recover and that no recovery asks for yet. Pure, as the next one.
Money a_ouvrir(const std::vector<Versement>& versements,
               const std::vector<Recouvrement>& recouvrements);
Money rendu(const std::vector<Recouvrement>& recouvrements);

// Whether what was paid is known: none was sent back, none waits. Codes
// "recouvrement.versement_renvoye", "recouvrement.versement_en_cours". Pure.
core::Result<void> laisser_recouvrer(const std::vector<Versement>& versements);

// What is paid and was not given back: no more can come back. Pure.
Money encore_verse(const std::vector<Versement>& versements,
                   const std::vector<Recouvrement>& recouvrements);

// What a recovery may ask for now: `a_ouvrir`, once no payment is under way. The page and the act
// ask this alone. Codes of `ouvrir_un_recouvrement`. Pure.
core::Result<Money> ouvrable(const std::vector<Versement>& versements,
                             const std::vector<Recouvrement>& recouvrements);

struct NouveauRecouvrement {
    std::string_view convention, motif;
};
// Codes of `acceder`, "recouvrement.motif", "recouvrement.rien" (Reason::conflict: no valid balance
// says so, or all of it is asked for), "recouvrement.versement_renvoye" (Reason::conflict: a
// payment that the bank sent back was never received), "recouvrement.versement_en_cours"
// (Reason::conflict: a payment waits for its second person).
core::Result<Recouvrement> ouvrir_un_recouvrement(storage::Writer& db, const Demandeur& qui,
                                                  const NouveauRecouvrement& nouveau);

// By another person than who opened it; the porteur is told. It is validated under the conditions
// of its opening, rejected whatever happened since. Codes of `acceder`, of `laisser_recouvrer`,
// "recouvrement.inconnu", "versement.decision", "recouvrement.deja_decide",
// "recouvrement.meme_personne" (Reason::forbidden).
struct DecisionDeRecouvrement {
    std::string_view recouvrement;
    std::string_view decision;  // a name of Decision; empty: valide
};
core::Result<Recouvrement> decider_un_recouvrement(storage::Writer& db, const Demandeur& qui,
                                                   const DecisionDeRecouvrement& voulue,
                                                   const Moyens& moyens);

// What cannot be noted as it is said: the field and why.
struct FauteDeRetour {
    std::string chemin;  // "montant", "recu_le", "reference"
    core::Refusal refus;
};
struct NouveauRetour {
    std::string_view recouvrement, montant, recu_le, reference;
    std::vector<FauteDeRetour>* fautes = nullptr;  // where all of them are wanted
};
// The first of its faults where it has several, in the order of the fields. Codes of `acceder` and
// of the ledger, "recouvrement.inconnu", "recouvrement.pas_valide",
// "recouvrement.versement_renvoye" (Reason::conflict: nothing is paid that could come back),
// "recouvrement.montant" (Reason::rule_not_met: the detail is what remains, of it and of what is
// paid),
// "recouvrement.jour" (no day, or one to come), "recouvrement.reference",
// "recouvrement.reference_deja" (Reason::conflict).
core::Result<Recouvrement> noter_un_retour(storage::Writer& db, const Demandeur& qui,
                                           const NouveauRetour& nouveau);

}  // namespace grappe::convention
