// Whether a report is sound, alone; and whether opened leaves are those that it counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rapport/preuves.hpp"
#include "rapport/rapport.hpp"

namespace grappe::rapport {

struct Attendus {
    const std::vector<usage::RegleDUsage>& regles;  // those of donnees/indicateurs
    std::optional<std::string> cle_publique;        // bytes; whose report it must be
};

// Every fault, nothing when it is sound.
Reproches verifier(const Rapport& rapport, const Attendus& attendus);

// The proofs against a report that is sound.
Reproches verifier_preuves(const Rapport& rapport, const Preuves& preuves);

// One opening: the leaf is of the tree, and its facts make what it counts.
Reproches verifier_ouverture(const Rapport& rapport, const Ouverture& ouverture);

}  // namespace grappe::rapport
