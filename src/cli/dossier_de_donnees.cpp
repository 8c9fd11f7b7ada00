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

fs::path donnees_de(const Session& session, const std::string& donnees) {
    return donnees.empty() ? dossier_par_defaut(session) : fs::path{donnees};
}

std::string adresse_de(const Session& session, const std::string& base,
                       const std::string& donnees) {
    if (!base.empty()) return base;
    return "sqlite:" + (donnees_de(session, donnees) / session.magasin.fichier).string();
}

core::Result<void> exiger_un_schema(const std::string& url) try {
    auto ouverte = storage::Base::open(url, storage::Access::read_only);
    if (!ouverte) return ouverte.error();
    auto base = std::move(ouverte).value();
    if (!storage::has_schema(base))
        return core::refuse(core::Reason::not_found, "base.absente", nom_de_la_base(url));
    return {};
} catch (const storage::Failure& panne) {
    return core::refuse(core::Reason::unavailable, "base.illisible", panne.what());
}

core::Result<std::vector<storage::Migration>> migrations_de(const Session& session) {
    return storage::read_migrations((fs::path{session.racine} / session.magasin.schema).string());
}

std::string nom_de_la_base(const std::string& url) {
    const auto adresse = storage::parse_address(url);
    return adresse.engine == storage::Engine::postgres ? "PostgreSQL" : adresse.target;
}

}  // namespace grappe::cli
