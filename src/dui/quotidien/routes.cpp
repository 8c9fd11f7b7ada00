// All pages of every day.
#include "dui/quotidien/routes.hpp"

#include "dui/quotidien/quotidien.hpp"

namespace grappe::quotidien {

void ajouter_quotidien(const Ecrans& ecrans) {
    ajouter_equipe(ecrans);
    ajouter_recherche(ecrans);
    ajouter_personne(ecrans);
    ajouter_redaction(ecrans);  // before the id that it would be taken for
    ajouter_transmission(ecrans);
}

}  // namespace grappe::quotidien
