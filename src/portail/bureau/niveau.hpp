// Niveau: the part of a dossier's page, and of the national inbox, that says who examines it.
#pragma once

#include "portail/bureau/examen_vue.hpp"
#include "portail/instruction/niveau.hpp"

namespace grappe::bureau {

// What the national desk has to answer, and what it examines for others.
page::Vue::Liste vues_des_portages(const Bureau& bureau,
                                   const std::vector<instruction::DossierAuNational>& dossiers);

void ajouter_le_niveau(const Bureau& bureau, const access::Acteur& acteur, const Instruit& instruit,
                       page::Vue& vue);

}  // namespace grappe::bureau
