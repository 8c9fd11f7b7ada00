// ArchiveZip: a zip written in memory; the same entries in the same order give the same bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace grappe::exportation {

class ArchiveZip {
public:
    ArchiveZip();
    ~ArchiveZip();
    ArchiveZip(const ArchiveZip&) = delete;
    ArchiveZip& operator=(const ArchiveZip&) = delete;

    void ajouter(std::string_view nom, std::string octets);
    std::string octets() &&;

private:
    struct Interieur;

    std::unique_ptr<Interieur> interieur_;
};

}  // namespace grappe::exportation
