// One computation, against a clock that only goes forward.
#include "portail/comite/calculs.hpp"

namespace grappe::comite {

core::Result<Etude> Calculs::etudier(const Preparee& preparee) {
    const std::unique_lock seul{seul_, std::try_to_lock};
    if (!seul) return core::refuse(core::Reason::unavailable, "comite.calcul_occupe");
    using Montre = std::chrono::steady_clock;
    const auto fin = Montre::now() + au_plus_;
    return comite::etudier(preparee, [&] { return Montre::now() >= fin; });
}

}  // namespace grappe::comite
