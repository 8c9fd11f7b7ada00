// All pages of agendas.
#include "dui/planning/routes.hpp"

#include "dui/planning/planning.hpp"

namespace grappe::planning {

void ajouter_planning(const Ecrans& ecrans) {
    ajouter_semaine(ecrans);
    ajouter_personne(ecrans);
    ajouter_formulaire(ecrans);
    ajouter_evenement(ecrans);
    ajouter_ressources(ecrans);
}

}  // namespace grappe::planning
