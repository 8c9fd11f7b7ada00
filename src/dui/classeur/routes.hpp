// The pages of this module: one .cpp each.
#pragma once

#include "dui/classeur/classeur.hpp"

namespace grappe::classeur {

void ajouter_liste(const Classeur& classeur);     // liste_page.cpp
void ajouter_depot(const Classeur& classeur);     // depot_page.cpp
void ajouter_document(const Classeur& classeur);  // document_page.cpp

}  // namespace grappe::classeur
