// The pages of this module: one .cpp each.
#pragma once

#include "dui/feuille/feuille.hpp"

namespace grappe::feuille {

void ajouter_liste(const Feuilles& feuilles);       // liste_page.cpp
void ajouter_debut(const Feuilles& feuilles);       // debut_page.cpp
void ajouter_variable(const Feuilles& feuilles);    // variable_page.cpp
void ajouter_evaluation(const Feuilles& feuilles);  // evaluation_page.cpp

}  // namespace grappe::feuille
