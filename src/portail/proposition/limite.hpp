// What a computation may spend, and what is left of it.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

namespace grappe::proposition {

// Nodes are the same on every run; `arreter` is for a caller's clock, asked between nodes.
struct Limite {
    std::int64_t noeuds = 200'000;
    std::function<bool()> arreter{};
};

// Shared by the searches of one computation.
class Compteur {
public:
    explicit Compteur(Limite limite) : reste_{limite.noeuds}, arreter_{std::move(limite.arreter)} {}

    bool un_noeud() {  // false when nothing is left
        if (reste_ <= 0 || arretee()) return false;
        return --reste_, true;
    }
    // Sets a part of what is left aside, until it is given back.
    std::int64_t mettre_de_cote(std::int64_t noeuds) { return reste_ -= noeuds, noeuds; }
    void rendre(std::int64_t noeuds) { reste_ += noeuds; }
    std::int64_t reste() const { return reste_; }
    bool arretee() const { return arreter_ && arreter_(); }

private:
    std::int64_t reste_;
    std::function<bool()> arreter_;
};

}  // namespace grappe::proposition
