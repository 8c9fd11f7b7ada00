// From eight letters to the iso-resource group (GIR): the algorithm of CASF, annexe 2-2. Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::evaluation::aggir {

// The variables that weigh, in the order of the law. The two other discriminating ones, moving
// outdoors and communicating at a distance, always weigh zero.
inline constexpr std::array<std::string_view, 8> variables = {
    "COHERENCE",    "ORIENTATION", "TOILETTE",  "HABILLAGE",
    "ALIMENTATION", "ELIMINATION", "TRANSFERT", "DEPL_INT"};

enum class Lettre { a, b, c };
constexpr auto names(Lettre) {
    return std::to_array<core::Named<Lettre>>(
        {{Lettre::a, "A"}, {Lettre::b, "B"}, {Lettre::c, "C"}});
}

using Vecteur = std::array<Lettre, variables.size()>;

struct Seuil {
    std::optional<int> minimum;  // included; nothing: always reached
    int rang, gir;
};

struct Groupe {
    char nom;                                                    // 'A' to 'H'
    std::array<std::array<int, 3>, variables.size()> valeurs{};  // by variable, then by letter
    std::vector<Seuil> seuils{};                                 // tried in this order
};

struct Bareme {
    std::vector<Groupe> groupes;  // tried in this order; the last one always answers
};

// Of donnees/nomenclatures/aggir-coefficients.csv and aggir-seuils.csv. Code
// "evaluation.bareme_aggir" with the file and the line: a value that is missing, twice or unknown.
core::Result<Bareme> lire_bareme(std::string_view coefficients, std::string_view seuils);

// One group tried: what each variable weighed, the sum, and the thresholds it was held against.
struct Pas {
    char groupe;
    std::array<int, variables.size()> valeurs;
    int somme;
    std::vector<Seuil> essayes;  // the last one is reached, if `atteint`
    bool atteint;
};

struct Gir {
    int gir, rang;
    std::vector<Pas> pas;  // the last one answered
};

Gir calculer(const Bareme& bareme, const Vecteur& vecteur);

}  // namespace grappe::evaluation::aggir
