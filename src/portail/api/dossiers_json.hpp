// The JSON of dossiers, of their pieces, of what the rules say of them and of their past.
#pragma once

#include <string>
#include <vector>

#include "portail/comite/resultat.hpp"
#include "portail/instruction/examen.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/instruction_nationale.hpp"

namespace grappe::api {

std::string piece_json(const teleservice::Piece& piece);

// Without its content: of lists, and of what is created.
std::string resume_json(const teleservice::Dossier& dossier);

// With the text as written, its pieces, the receipt of its deposit, what its desk decided, and what
// committees did once it was notified.
struct DossierAEcrire {
    const teleservice::Etat& etat;
    const std::optional<teleservice::Depot>& depot;
    const instruction::Echanges& echanges;
    const std::vector<comite::Resultat>& resultats;
};
std::string dossier_json(const DossierAEcrire& dossier);

// As a member reads it: without pieces, receipt, nor the lines of others.
std::string dossier_reduit_json(const teleservice::Dossier& dossier, std::string_view contenu);

// The answer of portail-check, and beside it what cannot be read, what holds a deposit back, and
// the establishments that others have deposited. `provisoire`: computed without what is at fault.
std::string analyse_json(const teleservice::Etat& etat,
                         const teleservice::Candidature& candidature);

struct Histoire {
    std::vector<teleservice::Version> versions;
    std::vector<teleservice::Passage> passages;
    std::vector<teleservice::Depot> depots;
    std::string interventions;  // JSON: a list
    std::vector<teleservice::InstructionNationale> nationales;
};
std::string histoire_json(const Histoire& histoire);

}  // namespace grappe::api
