// The pages of this module: one .cpp each.
#pragma once

#include "dui/accompagnement/outils.hpp"

namespace grappe::accompagnement {

void ajouter_projet(const Outils& outils);      // projet_page.cpp
void ajouter_fiche(const Outils& outils);       // fiche_page.cpp
void ajouter_actes(const Outils& outils);       // actes.cpp
void ajouter_facile(const Outils& outils);      // facile_page.cpp
void ajouter_pdf(const Outils& outils);         // projet_pdf.cpp
void ajouter_calendrier(const Outils& outils);  // calendrier_page.cpp
void ajouter_projets(const Outils& outils);     // projets_page.cpp

}  // namespace grappe::accompagnement
