// Rapprochement: whether two requests for a grappe go together, and why. Pure: every proposal has
// its reasons and its reserves, never a score.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fait.hpp"

namespace grappe::membres {

// What matters of a request. Empty texts: not said.
struct Profil {
    std::string region;
    std::string couloir;   // "PA", "DOM"…
    std::string logiciel;  // the DUI that it has, else the vendor that it thinks of
    int essms;
};

struct Raison {
    std::string_view code;  // of locale/fr.txt
    rules::Faits faits;
};

struct Rapprochement {
    std::vector<Raison> raisons, reserves;
};

// Source: minimum size and its derogation for Corsica and overseas (GRP-01), first tier of the
// flats (FIN-01, 49 establishments).
int taille_minimale(std::string_view region);
inline constexpr int taille_de_la_tranche = 49;

// Empty: not in the same region, or one of them has no known region.
std::optional<Rapprochement> rapprocher(const Profil& un, const Profil& autre);

// The one with more reasons first, then with fewer reserves.
bool convient_mieux(const Rapprochement& un, const Rapprochement& autre);

}  // namespace grappe::membres
