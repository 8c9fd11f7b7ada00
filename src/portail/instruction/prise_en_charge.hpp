// Use cases: a desk takes a dossier, names who examines it, writes notes that it alone reads.
#pragma once

#include "portail/instruction/instruction.hpp"
#include "portail/instruction/moyens.hpp"

namespace grappe::instruction {

// The dossier is `en_instruction`, examined by who takes it unless somebody was named. Codes of
// `demander_pour`: the second of two who take it is told "dossier.etat".
core::Result<Dossier> prendre(storage::Writer& db, const Demandeur& qui, std::string_view dossier,
                              const Moyens& moyens);

struct NouvelleAffectation {
    std::string_view dossier;
    std::string instructeur;  // an account of the same desk; empty: nobody any more
};
// Code "instruction.instructeur" (Reason::rule_not_met: no account of this desk).
core::Result<Affectation> affecter(storage::Writer& db, const Demandeur& qui,
                                   const NouvelleAffectation& nouvelle);

struct NouvelleNote {
    std::string_view dossier;
    std::string_view texte;
};
core::Result<Note> annoter(storage::Writer& db, const Demandeur& qui, const NouvelleNote& nouvelle);
// Of the actor's own desk. Code "dossier.inconnu".
core::Result<std::vector<Note>> lire_notes(storage::Reader& db, const Demandeur& qui,
                                           std::string_view dossier);

}  // namespace grappe::instruction
