// Mail into a folder: one file a message, whole or not there, the same name when sent again.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "courrier/transport.hpp"

namespace grappe::courrier {
namespace {

namespace fs = std::filesystem;

class Dossier : public Transport {
public:
    explicit Dossier(fs::path chemin) : chemin_{std::move(chemin)} {}

    core::Result<void> envoyer(const Envoi& envoi) override {
        const auto provisoire = chemin_ / ("." + envoi.nom_de_fichier + ".partiel");
        if (!ecrire(provisoire, envoi.octets)) return echec(provisoire);
        std::error_code erreur;
        fs::rename(provisoire, chemin_ / envoi.nom_de_fichier, erreur);
        if (erreur) return core::refuse(core::Reason::unavailable, "courrier", erreur.message());
        const int dossier = open(chemin_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (dossier < 0) return echec(chemin_);
        fsync(dossier);
        close(dossier);
        return {};
    }

private:
    static core::Refusal echec(const fs::path& chemin) {
        const std::string faute = std::strerror(errno);
        std::error_code ignoree;
        if (fs::is_regular_file(chemin, ignoree)) fs::remove(chemin, ignoree);
        return core::refuse(core::Reason::unavailable, "courrier.dossier", faute);
    }

    static bool ecrire(const fs::path& chemin, const std::string& octets) {
        const int fichier = open(chemin.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (fichier < 0) return false;
        const auto ecrits = write(fichier, octets.data(), octets.size());
        const bool fait = ecrits == static_cast<ssize_t>(octets.size()) && fsync(fichier) == 0;
        close(fichier);
        return fait;
    }

    fs::path chemin_;
};

}  // namespace

core::Result<std::unique_ptr<Transport>> ouvrir_dossier(const std::string& chemin) {
    std::error_code erreur;
    fs::create_directories(chemin, erreur);
    if (!fs::is_directory(chemin) || ::access(chemin.c_str(), W_OK) != 0)
        return core::refuse(core::Reason::unavailable, "courrier.dossier", chemin);
    return std::unique_ptr<Transport>{std::make_unique<Dossier>(chemin)};
}

core::Result<std::unique_ptr<Transport>> ouvrir_transport(std::string_view adresse) {
    if (adresse.starts_with(schema_de_dossier))
        return ouvrir_dossier(std::string{adresse.substr(schema_de_dossier.size())});
    if (adresse.starts_with("smtp://") || adresse.starts_with("smtps://"))
        return ouvrir_smtp(std::string{adresse});
    return core::refuse(core::Reason::invalid, "courrier.adresse", std::string{adresse});
}

}  // namespace grappe::courrier
