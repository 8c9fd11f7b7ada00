// Étagère: the folder of finished exports, read without being held in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace grappe::documents {

// A file of this folder as bytes: the system brings them in and takes them away as needed.
class FichierVu {
public:
    // Empty: it cannot be opened.
    static std::shared_ptr<const FichierVu> ouvrir(const std::string& chemin);
    ~FichierVu();
    FichierVu(const FichierVu&) = delete;
    FichierVu& operator=(const FichierVu&) = delete;

    std::string_view octets() const { return {debut_, taille_}; }

private:
    FichierVu(const char* debut, std::size_t taille) : debut_{debut}, taille_{taille} {}

    const char* debut_;
    std::size_t taille_;
};

class Etagere {
public:
    explicit Etagere(std::string dossier) : dossier_{std::move(dossier)} {}

    const std::string& dossier() const { return dossier_; }
    // Whoever holds it reads it to its end, even when the file is removed: an answer under way is
    // never cut. Null: no such file.
    std::shared_ptr<const FichierVu> voir(const std::string& id) const {
        return FichierVu::ouvrir(dossier_ + "/" + id);
    }

private:
    std::string dossier_;
};

}  // namespace grappe::documents
