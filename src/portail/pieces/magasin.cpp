// Folders, names, flushes, and the lock that says who is there.
#include "portail/pieces/magasin.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "core/ensure.hpp"
#include "secret/hasard.hpp"

namespace grappe::pieces {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view entrants = "entrants";

void vider_vers_le_disque(const std::string& dossier) {
    const int ouvert = ::open(dossier.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool fait = ouvert >= 0 && ::fsync(ouvert) == 0;
    if (ouvert >= 0) ::close(ouvert);
    if (!fait) throw std::runtime_error{"fsync: " + dossier};
}

bool est_une_empreinte(const std::string& nom) {
    return nom.size() == 64 && nom.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

core::Result<std::unique_ptr<Magasin>> Magasin::ouvrir(const std::string& dossier) {
    std::error_code faute;
    fs::create_directories(dossier + "/" + std::string{entrants}, faute);
    const auto verrou = dossier + "/.verrou";
    const int ouvert = faute ? -1 : ::open(verrou.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (ouvert < 0 || ::flock(ouvert, LOCK_SH) != 0)
        return core::refuse(core::Reason::unavailable, "magasin.illisible", dossier);
    fs::permissions(dossier, fs::perms::owner_all, faute);
    return std::unique_ptr<Magasin>{new Magasin{dossier, ouvert}};
}

Magasin::~Magasin() { ::close(verrou_); }

std::unique_ptr<Entrant> Magasin::recevoir() const {
    return std::make_unique<Entrant>(dossier_ + "/" + std::string{entrants} + "/" +
                                     secret::identifiant());
}

std::string Magasin::chemin(std::string_view sha256) const {
    core::ensure(est_une_empreinte(std::string{sha256}), "a file is named by its digest");
    return dossier_ + "/" + std::string{sha256.substr(0, 2)} + "/" + std::string{sha256};
}

void Magasin::ranger(Entrant& entrant) const {
    core::ensure(!entrant.a_echoue() && !entrant.sha256().empty(), "only a whole file is kept");
    const fs::path but{chemin(entrant.sha256())};
    if (fs::create_directory(but.parent_path())) vider_vers_le_disque(dossier_);
    fs::rename(entrant.chemin(), but);
    entrant.ceder();
    vider_vers_le_disque(but.parent_path().string());
}

int Magasin::faire_le_menage(const std::function<bool(const std::string&)>& connu) {
    if (::flock(verrou_, LOCK_EX | LOCK_NB) != 0) {
        ::flock(verrou_, LOCK_SH);
        return 0;
    }
    int enleves = 0;
    for (const auto& sous_dossier : fs::directory_iterator{dossier_}) {
        if (!sous_dossier.is_directory()) continue;
        const bool en_cours = sous_dossier.path().filename() == entrants;
        for (const auto& fichier : fs::directory_iterator{sous_dossier.path()}) {
            const auto nom = fichier.path().filename().string();
            const bool orphelin = en_cours || (est_une_empreinte(nom) && !connu(nom));
            if (orphelin && fs::remove(fichier.path())) ++enleves;
        }
    }
    ::flock(verrou_, LOCK_SH);
    return enleves;
}

}  // namespace grappe::pieces
