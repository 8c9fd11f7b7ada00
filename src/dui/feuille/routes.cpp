// All pages of evaluations.
#include "dui/feuille/routes.hpp"

namespace grappe::feuille {

void ajouter_feuilles(const Feuilles& feuilles) {
    ajouter_liste(feuilles);
    ajouter_debut(feuilles);  // before the id that it would be taken for
    ajouter_variable(feuilles);
    ajouter_evaluation(feuilles);
}

}  // namespace grappe::feuille
