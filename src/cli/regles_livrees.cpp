// Reading of donnees/indicateurs.
#include "cli/regles_livrees.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "fichiers/racine.hpp"

namespace grappe::cli {

namespace fs = std::filesystem;

std::vector<usage::RegleDUsage> regles_livrees(const Session& session) {
    std::vector<std::string> chemins;
    for (const auto& entree : fs::directory_iterator{session.racine + "/donnees/indicateurs"})
        if (entree.path().extension() == ".txt") chemins.push_back(entree.path().string());
    std::sort(chemins.begin(), chemins.end());
    std::vector<usage::RegleDUsage> regles;
    constexpr std::size_t au_plus = std::size_t{64} * 1024;
    for (const auto& chemin : chemins) {
        const auto texte = fichiers::lire_fichier(chemin, au_plus);
        auto regle = usage::RegleDUsage::lire(texte.value_or(""));
        if (!regle) throw std::runtime_error{chemin + " : " + regle.error().detail};
        regles.push_back(*std::move(regle));
    }
    if (regles.empty()) throw std::runtime_error{session.racine + "/donnees/indicateurs"};
    return regles;
}

}  // namespace grappe::cli
