// The proposal: the set of most points under the rules of the committee, ties parted by a published
// rule, with what is proved and by what. Reads no clock, draws nothing: the same for all who ask.
#pragma once

#include <array>

#include "core/named.hpp"
#include "portail/proposition/demande.hpp"
#include "portail/proposition/limite.hpp"

namespace grappe::proposition {

struct Ensemble {
    std::vector<std::string> retenus;  // numbers, in order of deposit
    std::int64_t points = 0;
    core::Money total;

    bool operator==(const Ensemble&) const = default;
};

// What stands behind "no set has more points".
enum class Preuve {
    en_entiers,      // a search whose every cut and bound is made in integers
    par_le_solveur,  // CBC's own, in doubles; the set itself is verified in integers
    aucune           // the limit came first: `borne` says what is still possible
};

constexpr auto names(Preuve) {
    return std::to_array<core::Named<Preuve>>({{Preuve::en_entiers, "en_entiers"},
                                               {Preuve::par_le_solveur, "par_le_solveur"},
                                               {Preuve::aucune, "aucune"}});
}

struct Proposition {
    enum class Etat {
        proposee,
        impossible,  // proved in integers: no set keeps the rules
        indecise     // the limit came before any set that keeps them
    };
    Etat etat = Etat::indecise;
    Ensemble ensemble;
    std::int64_t borne = 0;  // no set has more points; proved in integers
    Preuve preuve = Preuve::aucune;
    // Of the sets of as many points, the one whose first difference, in order of deposit, is to
    // retain a project. Proved in integers; the set is then the only possible answer.
    bool departagee = false;

    bool operator==(const Proposition&) const = default;
};

constexpr auto names(Proposition::Etat) {
    return std::to_array<core::Named<Proposition::Etat>>(
        {{Proposition::Etat::proposee, "proposee"},
         {Proposition::Etat::impossible, "impossible"},
         {Proposition::Etat::indecise, "indecise"}});
}

// A demand without faults (demande.hpp); another is a Bug.
Proposition proposer(const Demande& demande, Limite limite);

}  // namespace grappe::proposition
