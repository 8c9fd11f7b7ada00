// What follows from an opinion.
#include "portail/comite/comite.hpp"

namespace grappe::comite {

std::optional<teleservice::Acte> acte_de(Sens sens) {
    switch (sens) {
        case Sens::favorable:
            return teleservice::Acte::favoriser;
        case Sens::favorable_avec_recommandations:
            return teleservice::Acte::recommander;
        case Sens::reserve:
            return teleservice::Acte::reserver;
        case Sens::attente:
            return std::nullopt;
        case Sens::defavorable:
            break;
    }
    return teleservice::Acte::refuser;
}

}  // namespace grappe::comite
