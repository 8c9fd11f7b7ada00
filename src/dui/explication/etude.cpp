// Judgement of records, and what each adds.
#include "dui/explication/etude.hpp"

namespace grappe::explication {

Etude::Etude(const std::vector<DossierLu>& lus, indicateur::Lecture quelle)
    : lecture{std::move(quelle)} {
    dossiers.reserve(lus.size());
    for (const auto& lu : lus) {
        dossiers.push_back({&lu, usage::evaluer(lu.faits, lecture.fenetre)});
        compteurs += dossiers.back().evaluation.compteurs;
    }
}

std::int64_t DossierJuge::apport(usage::Indicateur indicateur, usage::Denominateur lecture) const {
    const auto& compteurs = evaluation.compteurs;
    if (indicateur == usage::Indicateur::eprescription)
        return compteurs[usage::Compteur::eprescription];
    if (indicateur == usage::Indicateur::eparcours) return compteurs[usage::Compteur::eparcours];
    return usage::mesure(compteurs, indicateur, lecture).numerateur;
}

}  // namespace grappe::explication
