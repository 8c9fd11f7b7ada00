// Archives over libzip, in a file.
#include "portail/export/archive_sur_disque.hpp"

#include <zip.h>

#include <deque>
#include <stdexcept>

namespace grappe::exportation {
namespace {

void exiger(bool fait) {
    if (!fait) throw std::runtime_error{"a zip could not be written"};
}

}  // namespace

struct ArchiveSurDisque::Interieur {
    zip_t* archive = nullptr;
    std::deque<std::string> contenus;  // read by finir()

    zip_uint64_t ajouter(std::string_view nom, zip_source_t* source) const {
        exiger(source != nullptr);
        const std::string copie{nom};
        const auto rang = zip_file_add(archive, copie.c_str(), source, ZIP_FL_ENC_UTF_8);
        exiger(rang >= 0);
        return static_cast<zip_uint64_t>(rang);
    }
};

ArchiveSurDisque::ArchiveSurDisque(const std::string& chemin)
    : interieur_{std::make_unique<Interieur>()} {
    interieur_->archive = zip_open(chemin.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    exiger(interieur_->archive != nullptr);
}

ArchiveSurDisque::~ArchiveSurDisque() {
    if (interieur_->archive) zip_discard(interieur_->archive);
}

void ArchiveSurDisque::ajouter(std::string_view nom, std::string octets) {
    const auto& garde = interieur_->contenus.emplace_back(std::move(octets));
    (void)interieur_->ajouter(
        nom, zip_source_buffer(interieur_->archive, garde.data(), garde.size(), 0));
}

void ArchiveSurDisque::ajouter_fichier(std::string_view nom, const std::string& chemin) {
    const auto rang =
        interieur_->ajouter(nom, zip_source_file(interieur_->archive, chemin.c_str(), 0, -1));
    exiger(zip_set_file_compression(interieur_->archive, rang, ZIP_CM_STORE, 0) == 0);
}

void ArchiveSurDisque::finir() {
    exiger(zip_close(interieur_->archive) == 0);
    interieur_->archive = nullptr;
}

}  // namespace grappe::exportation
