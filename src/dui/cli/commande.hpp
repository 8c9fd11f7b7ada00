// The commands of grappe-dui, and how each joins the command line.
#pragma once

#include "cli/programme.hpp"
#include "cli/session.hpp"

namespace grappe::dui {

// What reports and dashboards say they come from.
inline constexpr std::string_view nom_du_logiciel = "grappe-dui";
inline constexpr std::string_view version_du_logiciel = "0.1";

// One .cpp each, the only ones here that include CLI11.
void declarer_import(CLI::App& programme, cli::Session& session);       // import_commande.cpp
void declarer_generer(CLI::App& programme, cli::Session& session);      // generer_commande.cpp
void declarer_indicateurs(CLI::App& programme, cli::Session& session);  // indicateurs_commande.cpp
void declarer_expliquer(CLI::App& programme, cli::Session& session);    // expliquer_commande.cpp
void declarer_tbb(CLI::App& programme, cli::Session& session);          // tbb_commande.cpp
void declarer_rapport(CLI::App& programme, cli::Session& session);      // rapport_commande.cpp
void declarer_servir(CLI::App& programme, cli::Session& session);       // servir_commande.cpp
void declarer_compte(CLI::App& programme, cli::Session& session);       // compte_commande.cpp
void declarer_identite(CLI::App& programme, cli::Session& session);     // identite_commande.cpp

// The whole command line. Answers the exit code.
int executer(int nombre, char** arguments, cli::Sorties sorties);

}  // namespace grappe::dui
