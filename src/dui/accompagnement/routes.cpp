// All pages of a project.
#include "dui/accompagnement/routes.hpp"

#include "dui/accompagnement/accompagnement.hpp"

namespace grappe::accompagnement {

void ajouter_accompagnement(const Outils& outils) {
    ajouter_projets(outils);  // before the id that it would be taken for
    ajouter_projet(outils);
    ajouter_fiche(outils);
    ajouter_actes(outils);
    ajouter_facile(outils);
    ajouter_calendrier(outils);
    ajouter_pdf(outils);
}

}  // namespace grappe::accompagnement
