// Calculs: the computations of a server: one at a time, and none for long, so that a committee that
// asks for much keeps nobody else waiting.
#pragma once

#include <chrono>
#include <mutex>

#include "portail/comite/proposition.hpp"

namespace grappe::comite {

class Calculs {
public:
    explicit Calculs(std::chrono::milliseconds au_plus) : au_plus_{au_plus} {}

    // Code "comite.calcul_occupe" (Reason::unavailable): somebody's is under way. What takes longer
    // than it may is answered as far as it went, and says so.
    core::Result<Etude> etudier(const Preparee& preparee);

private:
    std::chrono::milliseconds au_plus_;
    std::mutex seul_;
};

}  // namespace grappe::comite
