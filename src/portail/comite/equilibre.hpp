// Équilibre: how a set of establishments is shared out, by kind. Source: SEL-02; SEL-08: shares are
// shown, nothing is scored. Pure.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/money.hpp"
#include "core/named.hpp"

namespace grappe::comite {

// Establishments of one kind in one dossier, or in what was funded before.
struct Element {
    std::string secteur, departement, statut;  // empty: unknown
    int essms = 0;
    core::Money montant{};
    std::map<std::string, std::string> constats{};  // criterion → what was found; absent: nothing
};

// Bounds of an element that somebody states: sums of thousands of them still hold.
inline constexpr int essms_au_plus = 100'000;
inline const auto montant_au_plus = core::Money::euros(10'000'000'000);

enum class Genre { secteur, departement, statut, critere };

constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{secteur, "secteur"},
                                              {departement, "departement"},
                                              {statut, "statut"},
                                              {critere, "critere"}});
}

// By what: one of the three, or a criterion of the call.
struct Axe {
    Genre genre;
    std::string critere{};

    bool operator==(const Axe&) const = default;
};

struct Groupe {
    int essms = 0;
    core::Money montant{};
};

struct Equilibre {
    std::map<std::string, Groupe> groupes;  // by key; empty: unknown
    Groupe ensemble;

    // Of the establishments, in thousandths, half up; 0 of nothing.
    int pour_mille(const std::string& cle) const;
};

Equilibre equilibre(const Axe& axe, std::span<const Element> elements);

// "45,2 %"
std::string en_pour_cent(int pour_mille);

}  // namespace grappe::comite
