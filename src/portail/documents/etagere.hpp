// Étagère: the folder of finished exports, read without being held in memory.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace grappe::documents {

// A file of this folder as bytes: the system brings them in and takes them away as needed.
class FichierVu {
public:
    // Empty: it cannot be opened.
    static std::unique_ptr<FichierVu> ouvrir(const std::string& chemin);
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
    // The bytes live as long as the shelf, even when the file is removed: an answer under way is
    // never cut. Empty: no such file.
    std::optional<std::string_view> octets(const std::string& id) const;

private:
    std::string dossier_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<FichierVu>> vus_;
};

}  // namespace grappe::documents
