// The pages of this module: one .cpp each, and how a form is added.
#pragma once

#include "dui/quotidien/quotidien.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::quotidien {

void ajouter_equipe(const Quotidien& quotidien);        // equipe_page.cpp
void ajouter_recherche(const Quotidien& quotidien);     // recherche_page.cpp
void ajouter_personne(const Quotidien& quotidien);      // personne_page.cpp
void ajouter_transmission(const Quotidien& quotidien);  // transmission_page.cpp
void ajouter_redaction(const Quotidien& quotidien);     // redaction_page.cpp

// What is typed outlives the session: it is carried through the sign-in.
void ajouter_envoi(const Quotidien& quotidien, garde::Ecran ecran, std::size_t corps_au_plus);

}  // namespace grappe::quotidien
