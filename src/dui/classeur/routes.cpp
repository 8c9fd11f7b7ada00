// All pages of documents.
#include "dui/classeur/routes.hpp"

namespace grappe::classeur {

void ajouter_classeur(const Classeur& classeur) {
    ajouter_liste(classeur);
    ajouter_depot(classeur);  // before the id that it would be taken for
    ajouter_document(classeur);
}

}  // namespace grappe::classeur
