// A place outlives a stay: only who is present counts.
#include "dui/conduite/occupation.hpp"

#include <algorithm>

namespace grappe::conduite {

Occupations occupations_de(const rencontre::Ecrans& ecrans, storage::Reader& db,
                           std::string_view finess_et, core::Date jour) {
    Occupations toutes{.unites = {}, .toutes_en_disent = true};
    const auto ids = ecrans.annuaire.presentes(finess_et, jour);
    const std::set<std::string, std::less<>> presentes{ids.begin(), ids.end()};
    std::size_t placees = 0;
    for (auto& une : unite::unites_de(db, finess_et)) {
        const auto la = unite::personnes_de(db, une.id);
        const auto combien = static_cast<std::size_t>(
            std::ranges::count_if(la, [&](const auto& id) { return presentes.contains(id); }));
        placees += combien;
        toutes.places += une.places.value_or(0);
        toutes.toutes_en_disent &= une.places.has_value();
        toutes.unites.push_back({std::move(une), combien});
    }
    toutes.presentes = presentes.size();
    toutes.sans_unite = presentes.size() - std::min(placees, presentes.size());
    toutes.toutes_en_disent &= !toutes.unites.empty();
    return toutes;
}

}  // namespace grappe::conduite
