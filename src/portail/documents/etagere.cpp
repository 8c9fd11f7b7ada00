// Files mapped by the system.
#include "portail/documents/etagere.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace grappe::documents {

std::unique_ptr<FichierVu> FichierVu::ouvrir(const std::string& chemin) {
    const int fichier = ::open(chemin.c_str(), O_RDONLY | O_CLOEXEC);
    if (fichier < 0) return nullptr;
    struct stat faits {};
    const bool connu = ::fstat(fichier, &faits) == 0 && faits.st_size > 0;
    const auto taille = connu ? static_cast<std::size_t>(faits.st_size) : 0;
    void* debut = connu ? ::mmap(nullptr, taille, PROT_READ, MAP_PRIVATE, fichier, 0) : MAP_FAILED;
    ::close(fichier);
    if (debut == MAP_FAILED) return nullptr;
    return std::unique_ptr<FichierVu>{new FichierVu{static_cast<const char*>(debut), taille}};
}

FichierVu::~FichierVu() { ::munmap(const_cast<char*>(debut_), taille_); }

std::optional<std::string_view> Etagere::octets(const std::string& id) const {
    const std::lock_guard verrou{mutex_};
    auto& vu = vus_[id];
    if (!vu) vu = FichierVu::ouvrir(dossier_ + "/" + id);
    if (!vu) return std::nullopt;
    return vu->octets();
}

}  // namespace grappe::documents
