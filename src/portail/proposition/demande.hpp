// What a committee states: the projects with their points, the envelope and its rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/fraction.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/result.hpp"

namespace grappe::proposition {

// Money of a project by value of one attribute: {"PA": 63 000 €, "PH": 21 000 €}.
using Repartition = std::map<std::string, core::Money>;

struct Candidat {
    std::string numero;  // of the dossier
    core::Instant depose_le;
    std::int64_t points = 0;  // stated by the committee, from 0; no text gives any (SEL-08)
    core::Money montant;
    std::map<std::string, Repartition> parts;  // by attribute: "secteur", "departement"…
};

struct NombreDeDossiers {
    std::int64_t nombre = 0;
    bool operator==(const NombreDeDossiers&) const = default;
};

// A share of the money retained, an amount, or a number of dossiers that have this value.
using Minimum = std::variant<core::Fraction, core::Money, NombreDeDossiers>;

struct PartMinimale {
    std::string attribut, valeur;
    Minimum minimum;
};

struct Contraintes {
    core::Money enveloppe;
    std::vector<PartMinimale> parts_minimales;
    std::vector<std::string> imposes, exclus;  // numbers of dossiers
};

struct Demande {
    std::vector<Candidat> candidats;
    Contraintes contraintes;
};

// One rule of a demand: the envelope, or the `rang`-th of its list.
struct Regle {
    enum class Genre { enveloppe, part_minimale, impose, exclu };
    Genre genre = Genre::enveloppe;
    std::size_t rang = 0;

    bool operator==(const Regle&) const = default;
};

// In the order of the demand: envelope, shares, imposed, excluded.
std::vector<Regle> regles(const Contraintes& contraintes);

// The money of `candidat` under the value of a share, and whether it has this value at all.
core::Money part(const Candidat& candidat, const PartMinimale& minimale);
bool concerne(const Candidat& candidat, const PartMinimale& minimale);

inline constexpr std::size_t candidats_au_plus = 5'000, parts_au_plus = 200;
inline constexpr std::int64_t points_au_plus = 1'000'000'000, denominateur_au_plus = 1'000'000;
inline constexpr core::Money total_au_plus = core::Money::cents(1'000'000'000'000);

// Every fault of a demand, with its place. Codes "proposition.*" of locale/fr.txt; none when the
// demand can be computed, which every other function of this module takes for granted.
std::vector<core::Refusal> fautes(const Demande& demande);

}  // namespace grappe::proposition
