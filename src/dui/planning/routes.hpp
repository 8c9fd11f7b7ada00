// The pages of this module: one .cpp each.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::planning {

using rencontre::Ecrans;

void ajouter_semaine(const Ecrans& ecrans);     // semaine_page.cpp
void ajouter_personne(const Ecrans& ecrans);    // personne_page.cpp
void ajouter_formulaire(const Ecrans& ecrans);  // formulaire_page.cpp
void ajouter_evenement(const Ecrans& ecrans);   // evenement_page.cpp
void ajouter_ressources(const Ecrans& ecrans);  // ressources_page.cpp

}  // namespace grappe::planning
