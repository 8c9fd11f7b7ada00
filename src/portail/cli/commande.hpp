// The commands of grappe-portail, and how each joins the command line.
#pragma once

#include "cli/programme.hpp"
#include "cli/session.hpp"

namespace grappe::cli {

// Each adds its command, its options and what it does.
void declarer_check(Commande& programme);         // check_commande.cpp
void declarer_appels(Commande& programme);        // appels_commande.cpp
void declarer_repetition(Commande& appels);       // repetition_commande.cpp: a command of `appels`
void declarer_registre(Commande& programme);      // registre_commande.cpp
void declarer_servir(Commande& programme);        // servir_commande.cpp
void declarer_compte(Commande& programme);        // compte_commande.cpp
void declarer_dossier(Commande& programme);       // dossier_commande.cpp
void declarer_conservation(Commande& programme);  // conservation_commande.cpp
void declarer_rappels(Commande& programme);       // rappels_commande.cpp
void declarer_rapport(Commande& programme);       // rapport_commande.cpp

// The whole command line: dispatch, help and version. Answers the exit code.
int executer(int nombre, char** arguments, Sorties sorties);

}  // namespace grappe::cli
