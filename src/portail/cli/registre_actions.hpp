// What `grappe-portail registre …` does, free of the parsing of the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/cli/commande.hpp"

namespace grappe::cli {

struct OptionsImporter {
    std::string fichier;
    std::string base{};    // empty: var/portail.sqlite of the program's folder
    std::string rejets{};  // a CSV file of refused lines, duplicates, warnings; empty: none
    std::string date{};    // of the register, when the file does not say it
    bool forcer = false;   // an older or a partial register too
    bool progres = false;
};

struct OptionsPreparer {
    bool progres = false;
};

struct OptionsEtat {
    std::string registre{};  // a file or a base; empty: the shipped register
    bool progres = false;
};

struct OptionsChercher {
    std::vector<std::string> mots;  // with or without quotes around several
    std::string registre{};
    std::string categorie{}, region{}, departement{};
    std::size_t limite = 20;
    bool json = false;  // as the API answers
};

struct OptionsSecteur {
    std::string categorie;
    std::string base{};
    std::string secteur{};
    std::string eligible{};  // O, A or N; empty: only shows the category and its changes
    std::string par{};
    std::string motif{};
    std::string a_compter_du{};  // empty: today
};

// Each answers the exit code.
int commande_registre_importer(const Session& session, const OptionsImporter& options);
int commande_registre_preparer(const Session& session, const OptionsPreparer& options);
int commande_registre_etat(const Session& session, const OptionsEtat& options);
int commande_registre_chercher(const Session& session, const OptionsChercher& options);
int commande_registre_secteur(const Session& session, const OptionsSecteur& options);

}  // namespace grappe::cli
