// FIN-01 to FIN-05, FIN-09, FIN-14: the flats of each establishment.
#pragma once

#include <optional>
#include <vector>

#include "portail/subvention/preparation.hpp"

namespace grappe::subvention {

struct Forfait {
    std::optional<int> rang{};
    const programme::Palier* palier = nullptr;  // none: an average of tiers, or no scale at all
    core::Money usage{};
    core::Money equipement{};

    core::Money total() const { return usage + equipement; }
};

struct Forfaits {
    std::vector<Forfait> lignes;  // input order
    core::Money avant_plafonds;   // sum before the ceilings in euros
    core::Money total;            // sum of the lines
};

Forfaits calculer_forfaits(const Base& base, const Choix& choix);

// The same total without the lines: a shared total needs no sharing.
core::Money total_des_forfaits(const Base& base, const Choix& choix);

}  // namespace grappe::subvention
