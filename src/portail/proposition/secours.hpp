// CBC, asked when the search of integers reaches its limit: its set is verified, its word is told.
#pragma once

#include <optional>

#include "portail/proposition/limite.hpp"
#include "portail/proposition/modele.hpp"

namespace grappe::proposition {

struct Secours {
    Retenus retenus;       // keeps the rows, verified in integers
    bool dit_le_meilleur;  // CBC says that no set is better: in doubles, so not a proof in integers
};

// `renforce`: the rows and cuts given to CBC. Nothing when it finds no set of at least `plancher`.
// Silent, on one thread, at most 20 000 nodes, stopped by the clock of `compteur`.
std::optional<Secours> demander_a_cbc(const Modele& renforce, std::int64_t plancher,
                                      const Compteur& compteur);

}  // namespace grappe::proposition
