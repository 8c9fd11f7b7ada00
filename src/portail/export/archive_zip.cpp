// Archives over libzip.
#include "portail/export/archive_zip.hpp"

#include <zip.h>

#include <deque>
#include <stdexcept>

namespace grappe::exportation {
namespace {

constexpr zip_uint16_t premier_janvier_1980 = 0x21;  // MS-DOS date: no instant is told

void exiger(bool fait) {
    if (!fait) throw std::runtime_error{"a zip could not be written"};
}

}  // namespace

struct ArchiveZip::Interieur {
    zip_source_t* tampon = nullptr;
    zip_t* archive = nullptr;
    std::deque<std::string> contenus;  // read when the archive is closed
};

ArchiveZip::ArchiveZip() : interieur_{std::make_unique<Interieur>()} {
    interieur_->tampon = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    exiger(interieur_->tampon != nullptr);
    zip_source_keep(interieur_->tampon);
    interieur_->archive = zip_open_from_source(interieur_->tampon, ZIP_TRUNCATE, nullptr);
    exiger(interieur_->archive != nullptr);
}

ArchiveZip::~ArchiveZip() {
    if (interieur_->archive) zip_discard(interieur_->archive);
    zip_source_free(interieur_->tampon);
}

void ArchiveZip::ajouter(std::string_view nom, std::string octets) {
    const auto& garde = interieur_->contenus.emplace_back(std::move(octets));
    auto* archive = interieur_->archive;
    auto* source = zip_source_buffer(archive, garde.data(), garde.size(), 0);
    exiger(source != nullptr);
    const std::string copie{nom};
    const auto rang = zip_file_add(archive, copie.c_str(), source, ZIP_FL_ENC_UTF_8);
    exiger(rang >= 0);
    const auto entree = static_cast<zip_uint64_t>(rang);
    exiger(zip_file_set_dostime(archive, entree, 0, premier_janvier_1980, 0) == 0);
}

std::string ArchiveZip::octets() && {
    exiger(zip_close(interieur_->archive) == 0);
    interieur_->archive = nullptr;
    auto* tampon = interieur_->tampon;
    exiger(zip_source_open(tampon) == 0);
    zip_source_seek(tampon, 0, SEEK_END);
    std::string lus(static_cast<std::size_t>(zip_source_tell(tampon)), '\0');
    zip_source_seek(tampon, 0, SEEK_SET);
    const auto combien = zip_source_read(tampon, lus.data(), lus.size());
    zip_source_close(tampon);
    exiger(combien == static_cast<zip_int64_t>(lus.size()));
    return lus;
}

}  // namespace grappe::exportation
