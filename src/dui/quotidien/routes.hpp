// The pages of this module: one .cpp each.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::quotidien {

using rencontre::Ecrans;

void ajouter_equipe(const Ecrans& ecrans);        // equipe_page.cpp
void ajouter_recherche(const Ecrans& ecrans);     // recherche_page.cpp
void ajouter_personne(const Ecrans& ecrans);      // personne_page.cpp
void ajouter_transmission(const Ecrans& ecrans);  // transmission_page.cpp
void ajouter_redaction(const Ecrans& ecrans);     // redaction_page.cpp

}  // namespace grappe::quotidien
