// The command line of one program: dispatch, help, version, and every refusal in French.
#pragma once

#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/session.hpp"

namespace grappe::cli {

// Adds a command, its options, and what it does.
using Declaration = void (*)(Commande& programme);

struct Programme {
    std::string_view nom;      // "grappe-portail"
    std::string_view version;  // "0.1"
    std::string_view objet;    // code of the sentence that says what it is for
    Magasin magasin;
    std::vector<Declaration> commandes;
};

struct Sorties {
    std::FILE* sortie = stdout;
    std::FILE* erreur = stderr;
};

struct Arguments {
    int nombre;
    char** valeurs;
};

// Of both programs, over the database that `servir` serves.
void declarer_journal(Commande& programme);

// Answers the exit code.
int executer(const Programme& programme, Arguments arguments, Sorties sorties);

}  // namespace grappe::cli
