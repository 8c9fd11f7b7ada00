// Questions that the trace, the findings and the variants ask of a computation alike.
#include "portail/subvention/calcul.hpp"

namespace grappe::subvention {

rules::ValeurDeFait pour_cent(const core::Rate& part) {
    const auto cent = part * core::Fraction::whole(100);
    if (cent.denominator() == 1) return cent.rounded_down();
    return cent;
}

bool devis_amoa_donne(const Base& base) {
    const auto& devis = base.dossier().devis_amoa;
    return devis.connue() && *devis > core::Money{};
}

bool taille_manquante(const OrganismePrepare& organisme, Taille taille, const Base& base) {
    const bool devis_d_amoa = base.appel().amoa.definie() && devis_amoa_donne(base);
    return taille == Taille::inconnue && (organisme.devis_de_materiel > 0 || devis_d_amoa);
}

bool taille_manquante(const Calcul& calcul) {
    for (std::size_t i = 0; i < calcul.tailles.size(); ++i)
        if (taille_manquante(calcul.base.organismes[i], calcul.tailles[i], calcul.base))
            return true;
    return false;
}

}  // namespace grappe::subvention
