// The linear relaxation, by CLP: advice in doubles, turned into integers and never believed.
#pragma once

#include <memory>
#include <vector>

#include "portail/proposition/modele.hpp"

namespace grappe::proposition {

// Multipliers of the rows, in units of 1 / 2^60 of the goal: any of them, at least 0, gives a bound
// that integers prove (borne.hpp); good ones give a tight bound.
struct Conseil {
    enum class Etat { optimum, impossible, sans_avis };
    Etat etat = Etat::sans_avis;
    std::vector<core::i128> multiplicateurs;  // of the rows; a ray when `impossible`
    std::vector<int> parties;                 // millionths of each variable, 0 to 1 000 000
};

inline constexpr int entier = 1'000'000;  // of a part of a variable
inline constexpr core::i128 unite_de_combinaison = core::i128{1} << 62;

// One linear program kept warm: each question starts from the last answer.
class Relaxation {
public:
    explicit Relaxation(const Modele& modele);
    ~Relaxation();
    Relaxation(Relaxation&&) noexcept;

    const Conseil& conseil(const Choisis& choisis);
    // For each variable that the last answer cuts: weights of the rows, in units of 2^-62, whose
    // combination has this variable alone among the cut ones (about). For cuts.
    std::vector<std::vector<core::i128>> combinaisons() const;

private:
    struct Programme;
    std::unique_ptr<Programme> programme_;
};

}  // namespace grappe::proposition
