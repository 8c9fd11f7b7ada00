// The pages of this module: one .cpp each; an exceptional access as they all say it.
#pragma once

#include "dui/cercle/exception.hpp"
#include "dui/rencontre/dits.hpp"

namespace grappe::regard {

using rencontre::Ecrans;

void ajouter_acces(const Ecrans& ecrans);          // acces_page.cpp
void ajouter_consentements(const Ecrans& ecrans);  // consentements_page.cpp
void ajouter_demandes(const Ecrans& ecrans);       // demandes_page.cpp
void ajouter_registre(const Ecrans& ecrans);       // registre_page.cpp
void ajouter_exception(const Ecrans& ecrans);      // exception_page.cpp
void ajouter_revue(const Ecrans& ecrans);          // revue_page.cpp

page::Vue vue_de(const Ecrans& ecrans, rencontre::Auteurs& auteurs, const cercle::Exception& une);

}  // namespace grappe::regard
