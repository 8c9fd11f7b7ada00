// A command of grappe-portail run in a test: what it wrote, and its exit code.
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "portail/cli/commande.hpp"

namespace grappe::cli {

struct Reponse {
    int code;
    std::string sortie, erreur;
};

inline std::string tout(std::FILE* fichier) {
    std::string contenu;
    std::rewind(fichier);
    std::array<char, 4096> tampon;
    for (std::size_t lus; (lus = std::fread(tampon.data(), 1, tampon.size(), fichier)) > 0;)
        contenu.append(tampon.data(), lus);
    std::fclose(fichier);
    return contenu;
}

inline Reponse lancer(std::vector<std::string> mots) {
    mots.insert(mots.begin(), "grappe-portail");
    std::vector<char*> arguments;
    for (auto& mot : mots) arguments.push_back(mot.data());
    auto* sortie = std::tmpfile();
    auto* erreur = std::tmpfile();
    const auto code = executer(static_cast<int>(arguments.size()), arguments.data(),
                               {.sortie = sortie, .erreur = erreur});
    return {code, tout(sortie), tout(erreur)};
}

}  // namespace grappe::cli
