// Zip archives through libzip, from memory only.
#include "tableur/archive.hpp"

#include <zip.h>

namespace grappe::tableur {

void Archive::Fermeture::operator()(zip* archive) const { zip_discard(archive); }

std::optional<Archive> Archive::ouvrir(std::string_view octets) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(octets.data(), octets.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive && source) zip_source_free(source);
    zip_error_fini(&error);
    if (!archive) return std::nullopt;
    return Archive{archive};
}

std::optional<core::Result<std::string>> Archive::partie(const std::string& nom,
                                                         std::size_t au_plus) const {
    zip_file_t* file = zip_fopen(archive_.get(), nom.c_str(), 0);
    if (!file) {
        const bool absente = zip_name_locate(archive_.get(), nom.c_str(), 0) < 0;
        if (absente) return std::nullopt;
        return core::refuse(core::Reason::invalid, "tableur.xlsx_illisible", nom);
    }
    std::string contenu;
    char tampon[16384];
    zip_int64_t lus = 0;
    while (contenu.size() <= au_plus && (lus = zip_fread(file, tampon, sizeof tampon)) > 0)
        contenu.append(tampon, static_cast<std::size_t>(lus));
    zip_fclose(file);
    if (lus < 0) return core::refuse(core::Reason::invalid, "tableur.xlsx_illisible", nom);
    if (contenu.size() > au_plus)
        return core::refuse(core::Reason::too_large, "tableur.trop_grand", nom);
    return core::Result<std::string>{std::move(contenu)};
}

}  // namespace grappe::tableur
