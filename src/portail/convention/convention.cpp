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

const Versement* renvoye(const std::vector<Versement>& versements, Objet objet) {
    const Versement* dernier = nullptr;
    for (const auto& un : versements)
        if (un.objet == objet && (dernier == nullptr || un.rang > dernier->rang)) dernier = &un;
    return dernier != nullptr && dernier->sort == Sort::rejete ? dernier : nullptr;
}

Money montant_a_redemander(const Convention& convention, const std::vector<Versement>& versements,
                           const Versement& renvoye) {
    const auto solde_decide = [](const Versement& un) {
        return un.objet == Objet::solde && un.decision != Decision::rejete;
    };
    if (renvoye.objet != Objet::avance || std::ranges::any_of(versements, solde_decide))
        return renvoye.montant;
    return std::min(renvoye.montant, convention.avance);
}

bool un_est_renvoye(const std::vector<Versement>& versements) {
    return renvoye(versements, Objet::avance) != nullptr ||
           renvoye(versements, Objet::solde) != nullptr;
}

bool sans_suite(const std::vector<Versement>& versements) {
    return std::ranges::none_of(versements, &Versement::en_cours) && !un_est_renvoye(versements);
}

bool reste_a_payer(const std::vector<Versement>& versements) {
    const auto attend = [](const Versement& un) {
        return un.compte() && !un.sort && un.montant > Money{};
    };
    return std::ranges::any_of(versements, attend) || un_est_renvoye(versements);
}

}  // namespace grappe::convention
