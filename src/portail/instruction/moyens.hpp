// What the acts of a desk share: a change of state, its line in the journal.
#pragma once

#include <string>

#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/moyens.hpp"

namespace grappe::instruction {

using teleservice::Demandeur, teleservice::Dossier, teleservice::Acte, teleservice::Statut;
using teleservice::Moyens;

struct Etape {
    Acte acte;
    std::string motif{};  // told in the history of the dossier
};
// Its state, its row and its passage follow the act.
void faire_passer(storage::Writer& db, const Demandeur& qui, Dossier& dossier, const Etape& etape);

struct Ligne {
    std::string_view acte;
    std::string detail{};
};
void noter(storage::Writer& db, const Demandeur& qui, const Dossier& dossier, const Ligne& ligne);

// The line of a refused act on a dossier that is not the actor's; in a transaction of its own.
struct ActeRefuse {
    std::string_view acte, dossier;
    const core::Refusal& refus;
};
void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse);

// Free text: spaces around gone. Codes "instruction.texte_vide", "instruction.texte_long".
core::Result<std::string> lire_texte(std::string_view texte);
core::Result<std::string> lire_texte(std::string_view texte, std::string_view vide);  // its code
// The same, but it may be empty.
core::Result<std::string> lire_texte_libre(std::string_view texte);

}  // namespace grappe::instruction
