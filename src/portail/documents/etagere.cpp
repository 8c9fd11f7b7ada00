// Files mapped by the system.
#include "portail/documents/etagere.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace grappe::documents {

std::shared_ptr<const FichierVu> FichierVu::ouvrir(const std::string& chemin) {
    const int fichier = ::open(chemin.c_str(), O_RDONLY | O_CLOEXEC);
    if (fichier < 0) return nullptr;
    struct stat faits {};
    const bool connu = ::fstat(fichier, &faits) == 0 && faits.st_size > 0;
    const auto taille = connu ? static_cast<std::size_t>(faits.st_size) : 0;
    void* debut = connu ? ::mmap(nullptr, taille, PROT_READ, MAP_PRIVATE, fichier, 0) : MAP_FAILED;
    ::close(fichier);
    if (debut == MAP_FAILED) return nullptr;
    return std::shared_ptr<const FichierVu>{new FichierVu{static_cast<const char*>(debut), taille}};
}

FichierVu::~FichierVu() { ::munmap(const_cast<char*>(debut_), taille_); }

}  // namespace grappe::documents
