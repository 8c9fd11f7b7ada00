// From a demand to rows of integers, its projects in order of deposit.
#pragma once

#include <optional>
#include <vector>

#include "portail/proposition/modele.hpp"

namespace grappe::proposition {

// Ranks of the candidates by instant of deposit, then number: the order that parts equals.
std::vector<std::size_t> ordre_de_depot(const std::vector<Candidat>& candidats);

// What a demand is worth in rows. Variable j is the candidate `ordre[j]`; the goal is its points.
struct Traduction {
    std::vector<std::size_t> ordre;
    Modele modele;
    std::vector<std::int64_t> montants;  // in cents
};

// Row 0 is the envelope, then one row a share; a rule left out (`sans`) keeps its row, wide open.
Traduction traduire(const Demande& demande, const std::vector<Regle>& sans);

// The variables of the numbers named, of the length of the demand.
std::optional<std::size_t> variable(const Demande& demande, const Traduction& traduction,
                                    const std::string& numero);

// The row of a share: its sum may not pass `au_plus`.
Ligne ligne_de_part(const std::vector<const Candidat*>& candidats, const PartMinimale& minimale);

}  // namespace grappe::proposition
