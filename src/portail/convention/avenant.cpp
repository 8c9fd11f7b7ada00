// Two versions beside one another.
#include "portail/convention/avenant.hpp"

#include <algorithm>

namespace grappe::convention {

const Signature* Avenant::signature(Partie partie) const {
    return signature_de(signatures, partie);
}

std::vector<Ecart> ecarts(const solde::Accorde& avant, const solde::Accorde& apres) {
    std::vector<Ecart> tous;
    for (const auto& ligne : avant.lignes)
        tous.push_back({ligne.finess_et, ligne.aides.total(), std::nullopt});
    for (const auto& ligne : apres.lignes) {
        const auto ou = std::ranges::find(tous, ligne.finess_et, &Ecart::finess_et);
        if (ou == tous.end())
            tous.push_back({ligne.finess_et, std::nullopt, ligne.aides.total()});
        else
            ou->apres = ligne.aides.total();
    }
    return tous;
}

}  // namespace grappe::convention
