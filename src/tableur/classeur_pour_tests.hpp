// For the tests: a workbook made of just these parts, as bytes in memory.
#pragma once

#include <zip.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/ensure.hpp"

namespace grappe::tableur {

struct Partie {
    const char* nom;
    std::string contenu;
};

inline std::string octets_de(zip_source_t* source) {
    std::string octets;
    core::ensure(zip_source_open(source) == 0, "the archive is written");
    char tampon[4096];
    for (zip_int64_t lus = 0; (lus = zip_source_read(source, tampon, sizeof tampon)) > 0;)
        octets.append(tampon, static_cast<std::size_t>(lus));
    zip_source_close(source);
    return octets;
}

inline std::string classeur(const std::vector<Partie>& parties) {
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    core::ensure(archive != nullptr, "an archive in memory");
    zip_source_keep(source);
    for (const auto& partie : parties)
        zip_file_add(archive, partie.nom,
                     zip_source_buffer(archive, partie.contenu.data(), partie.contenu.size(), 0),
                     ZIP_FL_OVERWRITE);
    core::ensure(zip_close(archive) == 0, "the archive is closed");
    const auto octets = octets_de(source);
    zip_source_free(source);
    return octets;
}

}  // namespace grappe::tableur
