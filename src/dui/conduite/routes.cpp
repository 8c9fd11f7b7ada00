// All of them.
#include "dui/conduite/routes.hpp"

namespace grappe::conduite {

void ajouter_conduite(const Conduite& conduite) {
    ajouter_sejours(conduite);
    ajouter_admission(conduite);
    ajouter_attente(conduite);
    ajouter_absences(conduite);
    ajouter_presences(conduite);
    ajouter_unites(conduite);
    ajouter_echeances(conduite);
    ajouter_pilotage(conduite);
}

}  // namespace grappe::conduite
