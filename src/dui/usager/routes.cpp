// All pages of this module.
#include "dui/usager/routes.hpp"

#include "dui/usager/usager.hpp"

namespace grappe::usager {

void ajouter_usager(const Ecrans& ecrans) {
    ajouter_nouvelle(ecrans);
    ajouter_identite(ecrans);
    ajouter_administratif(ecrans);
    ajouter_fiches(ecrans);
    ajouter_urgence(ecrans);
}

}  // namespace grappe::usager
