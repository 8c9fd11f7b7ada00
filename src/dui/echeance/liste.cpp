// Open obligations of many stays, in one order.
#include "dui/echeance/liste.hpp"

#include <algorithm>
#include <tuple>

namespace grappe::echeance {
namespace {

auto rang(const Ligne& ligne) {
    const auto& une = *ligne.obligation;
    return std::tuple{*une.terme, une.code, ligne.sejour, std::string_view{une.objet}, une.rang};
}

void ordonner(std::vector<Ligne>& lignes) {
    std::sort(lignes.begin(), lignes.end(),
              [](const Ligne& une, const Ligne& autre) { return rang(une) < rang(autre); });
}

}  // namespace

Liste lister(std::span<const Suivi> suivis, int jours) {
    Liste liste;
    for (const auto& [sejour, obligations] : suivis)
        for (const auto& une : obligations)
            if (une.etat == Etat::en_retard)
                liste.en_retard.push_back({sejour, &une});
            else if (une.ouverte() && *une.jours <= jours)
                liste.bientot.push_back({sejour, &une});
    ordonner(liste.en_retard);
    ordonner(liste.bientot);
    return liste;
}

}  // namespace grappe::echeance
