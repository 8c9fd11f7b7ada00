// The folders of the data.
#include "cli/dossier_de_donnees.hpp"

#include <unistd.h>

#include <cstdlib>

#include "storage/base.hpp"

namespace grappe::cli {

namespace fs = std::filesystem;

std::string variable(const char* nom) {
    const char* valeur = std::getenv(nom);
    return valeur == nullptr ? "" : valeur;
}

bool utilisable(const fs::path& dossier) {
    std::error_code erreur;
    fs::create_directories(dossier, erreur);
    return fs::is_directory(dossier, erreur) && ::access(dossier.c_str(), W_OK) == 0;
}

fs::path dossier_par_defaut(const Session& session) {
    const auto du_programme = fs::path{session.racine} / "var";
    if (utilisable(du_programme)) return du_programme;
    const auto voulu = variable("XDG_DATA_HOME");
    return (voulu.empty() ? fs::path{variable("HOME")} / ".local/share" : fs::path{voulu}) /
           "grappe";
}

std::string nom_de_la_base(const std::string& url) {
    const auto adresse = storage::parse_address(url);
    return adresse.engine == storage::Engine::postgres ? "PostgreSQL" : adresse.target;
}

}  // namespace grappe::cli
