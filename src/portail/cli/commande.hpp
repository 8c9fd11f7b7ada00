// The commands of grappe-portail, and how each joins the command line.
#pragma once

#include "cli/programme.hpp"
#include "cli/session.hpp"

namespace grappe::cli {

// Each adds its sub-command, its options in French, and a callback that runs it and sets
// `session.code`. One .cpp each, the only ones here that include CLI11.
void declarer_check(CLI::App& programme, Session& session);         // check_commande.cpp
void declarer_appels(CLI::App& programme, Session& session);        // appels_commande.cpp
void declarer_registre(CLI::App& programme, Session& session);      // registre_commande.cpp
void declarer_servir(CLI::App& programme, Session& session);        // servir_commande.cpp
void declarer_compte(CLI::App& programme, Session& session);        // compte_commande.cpp
void declarer_dossier(CLI::App& programme, Session& session);       // dossier_commande.cpp
void declarer_conservation(CLI::App& programme, Session& session);  // conservation_commande.cpp
void declarer_rappels(CLI::App& programme, Session& session);       // rappels_commande.cpp
void declarer_rapport(CLI::App& programme, Session& session);       // rapport_commande.cpp

// The whole command line: dispatch, help and version. Answers the exit code.
int executer(int nombre, char** arguments, Sorties sorties);

}  // namespace grappe::cli
