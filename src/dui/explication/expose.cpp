// Each indicator with its forecast.
#include "dui/explication/expose.hpp"

namespace grappe::explication {

Expose exposer(const Etude& etude, const std::vector<usage::Indicateur>& voulus,
               const std::vector<Releve>& releves) {
    Expose expose;
    for (const auto indicateur : voulus) {
        std::optional<Prevision> prevue;
        if (const auto cible = etude.lecture.parametres.cible(indicateur))
            prevue = prevoir(points(releves, indicateur, etude.lecture.denominateur), *cible);
        expose.indicateurs.emplace_back(expliquer(etude, indicateur), prevue);
    }
    return expose;
}

}  // namespace grappe::explication
