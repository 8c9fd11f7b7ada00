// Use cases: the examination of a dossier moves to the national level, and back (DESK-03). The desk
// of the deposit asks with a reason; the national one accepts or refuses, and may hand it back. The
// desk of the deposit, its committee and its money stay where they are.
#pragma once

#include "portail/instruction/moyens.hpp"
#include "portail/teleservice/instruction_nationale.hpp"

namespace grappe::instruction {

using teleservice::ActeDInstructionNationale, teleservice::InstructionNationale;

// What the actor may do of it now, and why not: codes "niveau.guichet_national" (deposited there),
// "niveau.une_region" (of one region alone), "niveau.juge" (its examination is over),
// "niveau.deja_demande", "niveau.rien_a_decider". Pure.
struct Position {
    const Dossier& dossier;
    std::size_t regions;  // of its establishments that count
    const std::vector<InstructionNationale>& actes;
};
core::Result<void> permettre(const Position& position, ActeDInstructionNationale acte);

// Which acts are the actor's, whatever the position: a regional desk asks, the national one
// answers.
bool est_son_acte(const access::Acteur& acteur, ActeDInstructionNationale acte);

// What its page offers to an actor; empty: nothing.
std::vector<ActeDInstructionNationale> actes_offerts(const access::Acteur& acteur,
                                                     const Position& position);

// Regions of the establishments that count, in what the desk judges.
std::size_t regions_de(const teleservice::Etat& etat);

struct NouvelActe {
    std::string_view dossier, acte;  // a name of ActeDInstructionNationale
    std::string_view motif;
};
// With its line in the journal and mails: to the desk that answers or asked, and to the porteur
// when its examination moves. Codes of `demander`, of `permettre`, "niveau.acte" (no such act),
// "niveau.pas_le_sien" (Reason::forbidden), "instruction.texte_vide" (no reason).
core::Result<InstructionNationale> deplacer(storage::Writer& db, const Demandeur& qui,
                                            const NouvelActe& nouveau, const Moyens& moyens);

// Dossiers whose last act is one of these: what the national desk has to answer, what it examines.
struct DossierAuNational {
    std::string dossier, porteur, numero;
    std::string financeur;  // the desk of its deposit, as receipts name it
    ActeDInstructionNationale acte;
    std::string motif;  // of that act
    core::Instant fait_le;
};
std::vector<DossierAuNational> dossiers_au_national(storage::Reader& db,
                                                    const access::Acteur& acteur);

}  // namespace grappe::instruction
