// Pseudo-random numbers that are the same on every machine: splitmix64, integers only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace grappe::generateur {

class Hasard {
public:
    // One stream a person and a use: drawing more in one never moves another.
    Hasard(std::uint64_t graine, std::uint64_t flux, std::uint64_t usage)
        : etat_{melange(graine + melange(flux + 0x632be59bd9b4e019U * (usage + 1)))} {}

    std::uint64_t suivant() { return melange(etat_ += 0x9e3779b97f4a7c15U); }

    // 0 to n - 1. The high half of a product: no division, and no bias that a count would show.
    std::uint32_t sous(std::uint32_t n) {
        return static_cast<std::uint32_t>(((suivant() >> 32U) * n) >> 32U);
    }

    // Both ends included.
    int entre(int bas, int haut) {
        return haut <= bas ? bas
                           : bas + static_cast<int>(sous(static_cast<unsigned>(haut - bas) + 1));
    }

    bool pour_mille(std::uint32_t part) { return sous(1000) < part; }

    template <class T, std::size_t N>
    const T& parmi(const std::array<T, N>& choix) {
        return choix[sous(static_cast<std::uint32_t>(N))];
    }

private:
    static std::uint64_t melange(std::uint64_t z) {
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t etat_;
};

}  // namespace grappe::generateur
