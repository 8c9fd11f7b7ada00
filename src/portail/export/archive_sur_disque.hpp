// ArchiveSurDisque: a zip written to a file; what it takes from files is copied, never held.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace grappe::exportation {

class ArchiveSurDisque {
public:
    explicit ArchiveSurDisque(const std::string& chemin);
    ~ArchiveSurDisque();  // without finir(): nothing is written
    ArchiveSurDisque(const ArchiveSurDisque&) = delete;
    ArchiveSurDisque& operator=(const ArchiveSurDisque&) = delete;

    void ajouter(std::string_view nom, std::string octets);
    // Stored as it is: the formats of pieces are compressed already.
    void ajouter_fichier(std::string_view nom, const std::string& chemin);
    void finir();

private:
    struct Interieur;

    std::unique_ptr<Interieur> interieur_;
};

}  // namespace grappe::exportation
