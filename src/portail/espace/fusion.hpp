// Fusion: two people wrote from the same version: what only one of them changed is kept, and where
// both did, somebody chooses. Lines are known by their FINESS number, not by their place, so that
// a line added or removed by one does not mix up what the other typed. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "portail/pages/saisie.hpp"

namespace grappe::espace {

enum class Cote { mien, en_place };

// "essms[240000224].devis_materiel", or "essms[240000224]" for a whole line that one removed and
// the other changed.
struct Conflit {
    std::string chemin;
    std::string depart, en_place, propose;  // empty: not there

    bool operator==(const Conflit&) const = default;
};

using Choix = std::map<std::string, Cote, std::less<>>;

struct Versions {
    const pages::Saisie& depart;
    const pages::Saisie& en_place;
    const pages::Saisie& propose;
};

struct Fusion {
    pages::Saisie saisie;                 // conflicts not chosen: as proposed
    std::vector<Conflit> conflits;        // those without a choice
    std::vector<std::string> d_ailleurs;  // paths that come from the version in place
};

Fusion fusionner(const Versions& versions, const Choix& choix);

// What changed from one version to another, in the order of the paths.
struct Difference {
    std::string chemin, avant, apres;
};
std::vector<Difference> differences(const pages::Saisie& avant, const pages::Saisie& apres);

// The value of such a path that says "a whole line is there".
inline constexpr std::string_view ligne_presente = "present";

}  // namespace grappe::espace
