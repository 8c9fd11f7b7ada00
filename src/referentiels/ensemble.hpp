// A set of establishments by rank: one bit each, so that criteria are met by a bitwise "and".
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace grappe::referentiels {

class Ensemble {
public:
    explicit Ensemble(std::size_t taille) : blocs_((taille + 63) / 64) {}

    void ajouter(std::uint32_t rang) { blocs_[rang / 64] |= std::uint64_t{1} << (rang % 64); }
    void retirer(std::uint32_t rang) { blocs_[rang / 64] &= ~(std::uint64_t{1} << (rang % 64)); }
    bool contient(std::uint32_t rang) const { return (blocs_[rang / 64] >> (rang % 64) & 1) != 0; }

    Ensemble& operator&=(const Ensemble& autre) {
        for (std::size_t n = 0; n < blocs_.size(); ++n) blocs_[n] &= autre.blocs_[n];
        return *this;
    }
    Ensemble& operator|=(const Ensemble& autre) {
        for (std::size_t n = 0; n < blocs_.size(); ++n) blocs_[n] |= autre.blocs_[n];
        return *this;
    }

    std::size_t effectif() const {
        std::size_t somme = 0;
        for (const auto bloc : blocs_) somme += static_cast<std::size_t>(std::popcount(bloc));
        return somme;
    }

    // In increasing rank, while `recevoir(rang)` answers true.
    template <class F>
    void parcourir(F recevoir) const {
        for (std::size_t n = 0; n < blocs_.size(); ++n)
            for (auto bloc = blocs_[n]; bloc != 0; bloc &= bloc - 1) {
                const auto place = static_cast<std::size_t>(std::countr_zero(bloc));
                if (!recevoir(static_cast<std::uint32_t>(n * 64 + place))) return;
            }
    }

private:
    std::vector<std::uint64_t> blocs_;
};

}  // namespace grappe::referentiels
