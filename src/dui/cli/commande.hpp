// The commands of grappe-dui, and how each joins the command line.
#pragma once

#include "cli/programme.hpp"
#include "cli/session.hpp"

namespace grappe::dui {

// What reports and dashboards say they come from.
inline constexpr std::string_view nom_du_logiciel = "grappe-dui";
inline constexpr std::string_view version_du_logiciel = "0.1";

// Each adds its command, its options and what it does.
void declarer_import(cli::Commande& programme);         // import_commande.cpp
void declarer_generer(cli::Commande& programme);        // generer_commande.cpp
void declarer_indicateurs(cli::Commande& programme);    // indicateurs_commande.cpp
void declarer_expliquer(cli::Commande& programme);      // expliquer_commande.cpp
void declarer_tbb(cli::Commande& programme);            // tbb_commande.cpp
void declarer_rapport(cli::Commande& programme);        // rapport_commande.cpp
void declarer_servir(cli::Commande& programme);         // servir_commande.cpp
void declarer_compte(cli::Commande& programme);         // compte_commande.cpp
void declarer_personne(cli::Commande& programme);       // personne_commande.cpp
void declarer_identite(cli::Commande& programme);       // identite_commande.cpp
void declarer_demonstration(cli::Commande& programme);  // demonstration_commande.cpp
void declarer_aggir(cli::Commande& programme);          // aggir_commande.cpp
void declarer_serafin(cli::Commande& programme);        // serafin_commande.cpp
void declarer_evaluation(cli::Commande& programme);     // evaluation_commande.cpp
void declarer_recurrence(cli::Commande& programme);     // recurrence_commande.cpp

// The whole command line. Answers the exit code.
int executer(int nombre, char** arguments, cli::Sorties sorties);

}  // namespace grappe::dui
