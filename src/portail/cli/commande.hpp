// What every command of grappe-portail is given, and how it joins the command line.
#pragma once

#include <cstdio>
#include <string>

#include "core/instant.hpp"
#include "rules/phrases.hpp"

namespace CLI {
class App;
}

namespace grappe::cli {

// Exit codes of contract portail-check.
enum Code : int { reussi = 0, donnees_inutilisables = 1, saisie_illisible = 2 };

// Made once by the program; outlives every command. `code` is the exit code that the command
// leaves.
struct Session {
    std::string racine;  // the program's folder: appels/, donnees/, locale/, schema/
    rules::Phrases phrases;
    core::Instant maintenant;  // the instant of the start, or that of --horloge
    std::FILE* sortie = stdout;
    std::FILE* erreur = stderr;
    int code = reussi;
};

void ecrire(std::FILE* fichier, std::string_view texte);

// Each adds its sub-command, its options in French, and a callback that runs it and sets
// `session.code`. One .cpp each, the only ones here that include CLI11.
void declarer_check(CLI::App& programme, Session& session);         // check_commande.cpp
void declarer_appels(CLI::App& programme, Session& session);        // appels_commande.cpp
void declarer_registre(CLI::App& programme, Session& session);      // registre_commande.cpp
void declarer_servir(CLI::App& programme, Session& session);        // servir_commande.cpp
void declarer_compte(CLI::App& programme, Session& session);        // compte_commande.cpp
void declarer_journal(CLI::App& programme, Session& session);       // journal_commande.cpp
void declarer_dossier(CLI::App& programme, Session& session);       // dossier_commande.cpp
void declarer_conservation(CLI::App& programme, Session& session);  // conservation_commande.cpp
void declarer_rappels(CLI::App& programme, Session& session);       // rappels_commande.cpp
void declarer_rapport(CLI::App& programme, Session& session);       // rapport_commande.cpp

struct Sorties {
    std::FILE* sortie = stdout;
    std::FILE* erreur = stderr;
};

// The whole command line: dispatch, help and version. Answers the exit code.
int executer(int nombre, char** arguments, Sorties sorties);

}  // namespace grappe::cli
