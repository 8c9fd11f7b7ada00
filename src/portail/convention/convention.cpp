// What an agreement is once its signatures are counted.
#include "portail/convention/convention.hpp"

#include <algorithm>

namespace grappe::convention {

const Signature* signature_de(const std::vector<Signature>& signatures, Partie partie) {
    const auto trouvee = std::ranges::find(signatures, partie, &Signature::partie);
    return trouvee == signatures.end() ? nullptr : &*trouvee;
}

const Signature* Convention::signature(Partie partie) const {
    return signature_de(signatures, partie);
}

std::optional<core::Instant> Convention::signee_le() const {
    const auto* porteur = signature(Partie::porteur);
    const auto* ars = signature(Partie::ars);
    if (porteur == nullptr || ars == nullptr) return std::nullopt;
    return std::max(porteur->signee_le, ars->signee_le);
}

}  // namespace grappe::convention
