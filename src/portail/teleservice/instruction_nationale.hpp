// Instruction nationale: at the request of the desk of its deposit, a dossier of several regions
// may be examined at the national level; the desk of its deposit stays what it is. Source: DESK-03
// (instruction DNS/DGCS/CNSA/2024/15, 4.3, Nota). Rows, and what of them each reader sees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/dossier_du_porteur.hpp"
#include "rules/phrases.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

struct InstructionNationale {
    int numero;
    ActeDInstructionNationale acte;
    std::string motif;
    std::string par;  // account
    core::Instant fait_le;
};

// In their order. `numero` of what is added is not read.
std::vector<InstructionNationale> instructions_nationales(storage::Reader& db,
                                                          std::string_view dossier);
InstructionNationale ajouter(storage::Writer& db, std::string_view dossier,
                             InstructionNationale acte);

// What a porteur and its readers see: that the national level took it over, with the reason that
// the desk of the deposit gave, and that it handed it back. What was asked and refused stays
// between desks. Pure.
std::vector<InstructionNationale> vues_du_porteur(const std::vector<InstructionNationale>& tous);

}  // namespace grappe::teleservice
