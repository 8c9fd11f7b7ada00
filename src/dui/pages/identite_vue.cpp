// Words of a state.
#include "dui/pages/identite_vue.hpp"

#include "dui/pages/cadre.hpp"

namespace grappe::dui {

std::string etat_dit(const Services& services, const identite::Identite& identite) {
    auto dit = dire(services, "dui.identite.statut." + std::string{core::name_of(identite.statut)});
    for (const auto& un : names(identite::Attribut{}))
        if (identite.attributs.porte(un.value)) dit += ", " + std::string{un.name};
    return dit;
}

}  // namespace grappe::dui
