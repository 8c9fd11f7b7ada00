// What no choice can pass, proved in integers for any multipliers of the rows.
//
// For y >= 0, every choice that keeps the rows has: goal <= y.b + sum of max(0, goal_j - y.a_j)
// over the free variables, plus the same difference for the retained ones. CLP proposes y; the sum
// is made here in 128 bits, so that a bad y gives a weak bound and never a false one.
#pragma once

#include <vector>

#include "portail/proposition/modele.hpp"

namespace grappe::proposition {

inline constexpr core::i128 unite_de_borne = core::i128{1} << 60;

class Borne {
public:
    explicit Borne(const Modele& modele);

    void du_but(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs);
    // With a goal of nothing: a bound under 0 proves that no choice keeps the rows.
    void des_lignes(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs);

    bool sous(std::int64_t cible) const { return valeur_ < unite_de_borne * cible; }
    std::int64_t arrondie() const;  // the greatest integer that the bound leaves
    // Fixes what the bound forbids to a choice of at least `cible`.
    void fixer(Choisis& choisis, std::int64_t cible) const;
    core::i128 valeur() const { return valeur_; }  // in units of 2^-60
    core::i128 ecart(std::size_t j) const { return ecarts_[j]; }

private:
    void calculer(const Choisis& choisis, const std::vector<core::i128>& multiplicateurs,
                  bool avec_but);

    const Modele* modele_;
    std::vector<core::i128> plus_grands_;  // multiplier of a row beyond which sums could overflow
    std::vector<core::i128> ecarts_;       // goal_j - y.a_j, in units of 2^-60
    core::i128 valeur_ = 0;
};

}  // namespace grappe::proposition
