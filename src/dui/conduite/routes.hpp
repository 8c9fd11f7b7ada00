// The pages of this module: one .cpp each.
#pragma once

#include "dui/conduite/conduite.hpp"

namespace grappe::conduite {

void ajouter_sejours(const Conduite& conduite);    // sejours_page.cpp
void ajouter_admission(const Conduite& conduite);  // admission_page.cpp
void ajouter_attente(const Conduite& conduite);    // attente_page.cpp
void ajouter_absences(const Conduite& conduite);   // absences_page.cpp
void ajouter_presences(const Conduite& conduite);  // presences_page.cpp
void ajouter_unites(const Conduite& conduite);     // unites_page.cpp
void ajouter_echeances(const Conduite& conduite);  // echeances_page.cpp
void ajouter_pilotage(const Conduite& conduite);   // pilotage_page.cpp

}  // namespace grappe::conduite
