// The pages of this module: one .cpp each.
#pragma once

#include "dui/rencontre/ecrans.hpp"

namespace grappe::usager {

using rencontre::Ecrans;

void ajouter_nouvelle(const Ecrans& ecrans);       // nouvelle_page.cpp
void ajouter_identite(const Ecrans& ecrans);       // identite_page.cpp
void ajouter_administratif(const Ecrans& ecrans);  // administratif_page.cpp
void ajouter_fiches(const Ecrans& ecrans);         // fiche_page.cpp
void ajouter_urgence(const Ecrans& ecrans);        // urgence_page.cpp

}  // namespace grappe::usager
