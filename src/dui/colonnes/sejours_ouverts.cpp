// One pass: a person has a record at each of her establishments.
#include "dui/colonnes/sejours_ouverts.hpp"

#include <algorithm>
#include <unordered_map>

namespace grappe::colonnes {
namespace {

struct Vue {
    bool decedee = false, ouverte = false;
};

// The last version of a fact.
bool tient(const Rangee& rangee) { return rangee.jusque == toujours; }

bool une(const Plages& plages, fait::Type type, bool sans_terme) {
    const auto& rangees = plages[static_cast<std::size_t>(type)];
    return std::any_of(rangees.begin(), rangees.end(), [&](const Rangee& rangee) {
        return tient(rangee) && (rangee.fin == sans_fin) == sans_terme;
    });
}

}  // namespace

Personnes ouverts_apres_leur_deces(const Colonnes& tout, std::span<const std::string> personnes) {
    if (personnes.empty()) return {};
    std::unordered_map<std::string_view, Vue> vues;
    for (const auto& personne : personnes) vues.try_emplace(personne);
    RangeesParType fondues;
    for (std::size_t rang = 0; rang < tout.dossiers(); ++rang) {
        const auto vue = vues.find(tout.personne(rang));
        if (vue == vues.end()) continue;
        const auto plages = tout.plages(rang, fondues);
        vue->second.decedee |= une(plages, fait::Type::personne, false);
        vue->second.ouverte |= une(plages, fait::Type::sejour, true);
    }
    Personnes trouvees;
    for (const auto& [personne, vue] : vues)
        if (vue.decedee && vue.ouverte) trouvees.emplace(personne);
    return trouvees;
}

}  // namespace grappe::colonnes
