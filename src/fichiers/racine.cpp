// Finds the program's folder from where its executable lies, so that any working directory suits.
#include "fichiers/racine.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace grappe::fichiers {
namespace {

namespace fs = std::filesystem;

bool est_racine(const fs::path& dossier) {
    std::error_code erreur;
    return fs::is_regular_file(dossier / "locale" / "fr.txt", erreur) &&
           fs::is_directory(dossier / "appels", erreur);
}

struct Fermeture {
    void operator()(std::FILE* fichier) const {
        if (fichier != stdin) std::fclose(fichier);
    }
};

}  // namespace

std::optional<std::string> trouver_racine() {
    if (const char* voulue = std::getenv("GRAPPE_RACINE"); voulue && *voulue) {
        if (!est_racine(voulue)) return std::nullopt;
        return fs::absolute(voulue).string();
    }
    std::error_code erreur;
    auto dossier = fs::read_symlink("/proc/self/exe", erreur).parent_path();
    for (; !dossier.empty(); dossier = dossier.parent_path()) {
        if (est_racine(dossier)) return dossier.string();
        if (dossier == dossier.root_path()) break;
    }
    return std::nullopt;
}

std::optional<std::string> lire_fichier(const std::string& chemin, std::size_t maximum) {
    return lire_fichier(chemin, [maximum](std::string_view) { return maximum; });
}

std::optional<std::string> lire_fichier(const std::string& chemin,
                                        const MaximumSelonLeDebut& maximum_de) {
    std::error_code erreur;
    if (chemin != "-" && fs::is_directory(chemin, erreur)) return std::nullopt;
    const std::unique_ptr<std::FILE, Fermeture> fichier{
        chemin == "-" ? stdin : std::fopen(chemin.c_str(), "rb")};
    if (!fichier) return std::nullopt;
    std::string contenu;
    std::array<char, 65536> tampon;
    std::size_t maximum = 1;
    while (contenu.size() < maximum) {
        const auto lus = std::fread(tampon.data(), 1, tampon.size(), fichier.get());
        if (contenu.empty()) maximum = maximum_de({tampon.data(), lus});
        contenu.append(tampon.data(), lus);
        if (lus < tampon.size()) break;
    }
    if (std::ferror(fichier.get())) return std::nullopt;
    return contenu;
}

}  // namespace grappe::fichiers
