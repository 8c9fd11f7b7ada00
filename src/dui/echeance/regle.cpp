// Delays applied to days, and the rule in force.
#include "dui/echeance/regle.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/calendar.hpp"

namespace grappe::echeance {

core::Date appliquer(core::Date depart, Delai delai) {
    return delai.unite == Delai::Unite::jours ? depart.plus_days(delai.nombre)
                                              : core::plus_months(depart, delai.nombre);
}

std::string en_clair(Delai delai) {
    const int nombre = std::abs(delai.nombre);
    if (delai.unite == Delai::Unite::mois) return std::to_string(nombre) + " mois";
    return std::to_string(nombre) + (nombre < 2 ? " jour" : " jours");
}

const Regle* Regles::trouver(Code code, Profil profil, core::Date jour) const {
    const Regle* trouvee = nullptr;
    for (const auto& une : toutes) {
        const bool la_sienne =
            une.code == code &&
            (une.profils.empty() ||
             std::find(une.profils.begin(), une.profils.end(), profil) != une.profils.end());
        if (!la_sienne || (une.du && *une.du > jour)) continue;
        if (trouvee == nullptr || !trouvee->du || (une.du && *une.du > *trouvee->du))
            trouvee = &une;
    }
    return trouvee;
}

}  // namespace grappe::echeance
