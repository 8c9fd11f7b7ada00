// Sums by key.
#include "portail/comite/equilibre.hpp"

namespace grappe::comite {
namespace {

std::string cle_de(const Axe& axe, const Element& element) {
    switch (axe.genre) {
        case Genre::secteur:
            return element.secteur;
        case Genre::departement:
            return element.departement;
        case Genre::statut:
            return element.statut;
        case Genre::critere:
            break;
    }
    const auto trouve = element.constats.find(axe.critere);
    return trouve == element.constats.end() ? std::string{} : trouve->second;
}

}  // namespace

Equilibre equilibre(const Axe& axe, std::span<const Element> elements) {
    Equilibre compte;
    for (const auto& element : elements) {
        for (auto* groupe : {&compte.groupes[cle_de(axe, element)], &compte.ensemble}) {
            groupe->essms += element.essms;
            groupe->montant += element.montant;
        }
    }
    return compte;
}

int Equilibre::pour_mille(const std::string& cle) const {
    const auto trouve = groupes.find(cle);
    if (trouve == groupes.end() || ensemble.essms == 0) return 0;
    return (2000 * trouve->second.essms + ensemble.essms) / (2 * ensemble.essms);
}

std::string en_pour_cent(int pour_mille) {
    return std::to_string(pour_mille / 10) + "," + std::to_string(pour_mille % 10) + " %";
}

}  // namespace grappe::comite
