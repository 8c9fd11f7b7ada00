// Her records, one an establishment, are found by halves.
#include "dui/colonnes/sejours_ouverts.hpp"

#include <algorithm>

namespace grappe::colonnes {
namespace {

// The last version of a fact.
bool tient(const Rangee& rangee) { return rangee.jusque == toujours; }

}  // namespace

bool reste_ouvert_apres_le_deces(const Colonnes& tout, std::string_view personne) {
    bool decedee = false, ouvert = false;
    RangeesParType fondues;
    for (const auto& etablissement : tout.etablissements()) {
        const auto rang = tout.rang_de(etablissement, personne);
        if (!rang) continue;
        const auto plages = tout.plages(*rang, fondues);
        const auto une = [&](fait::Type type, auto juger) {
            const auto& rangees = plages[static_cast<std::size_t>(type)];
            return std::any_of(rangees.begin(), rangees.end(), [&](const Rangee& rangee) {
                return tient(rangee) && juger(rangee);
            });
        };
        decedee |= une(fait::Type::personne, [](const auto& elle) { return elle.fin != sans_fin; });
        ouvert |=
            une(fait::Type::sejour, [](const auto& sejour) { return sejour.fin == sans_fin; });
    }
    return decedee && ouvert;
}

}  // namespace grappe::colonnes
