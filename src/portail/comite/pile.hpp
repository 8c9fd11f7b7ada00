// Pile: the dossiers that a committee looks at, with all that judging them needs, read in a fixed
// number of questions however many they are.
#pragma once

#include "portail/comite/comite.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/teleservice/dossier_du_porteur.hpp"
#include "portail/teleservice/piece.hpp"
#include "storage/reader.hpp"

namespace grappe::comite {

struct Empile {
    teleservice::Dossier dossier;
    std::string numero;  // of its receipt
    core::Instant depose_le;
    std::string regles;   // digest of the version of the call that judges it
    std::string contenu;  // in force: of its deposit, or what corrected it since
    std::vector<teleservice::Piece> pieces{};
    std::vector<instruction::Appreciation> appreciations{};
    std::vector<instruction::Verdict> verdicts{};
};

// Those of its desk and call that can be examined; once the results are public, those that they
// tell of.
std::vector<Empile> pile(storage::Reader& db, const Comite& comite);
// Of one dossier at a desk.
Empile empile(storage::Reader& db, const teleservice::Dossier& dossier);

bool peut_etre_examine(teleservice::Statut statut);

}  // namespace grappe::comite
