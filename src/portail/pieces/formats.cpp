// Suffixes, first bytes, and what is inside an Office file.
#include "portail/pieces/formats.hpp"

#include <magic.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

#include "core/texte.hpp"

namespace grappe::pieces {
namespace {

struct Genre {
    Format format;
    std::string_view mime;
    std::array<std::string_view, 3> contenus;  // what libmagic may call it
};

constexpr std::string_view word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view excel =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr auto genres = std::to_array<Genre>({
    {Format::pdf, "application/pdf", {"application/pdf", "", ""}},
    {Format::doc,
     "application/msword",
     {"application/msword", "application/CDFV2", "application/x-ole-storage"}},
    {Format::docx, word, {word, "application/zip", "application/octet-stream"}},
    {Format::xls,
     "application/vnd.ms-excel",
     {"application/vnd.ms-excel", "application/CDFV2", "application/x-ole-storage"}},
    {Format::xlsx, excel, {excel, "application/zip", "application/octet-stream"}},
    {Format::png, "image/png", {"image/png", "", ""}},
    {Format::jpg, "image/jpeg", {"image/jpeg", "", ""}},
    {Format::gif, "image/gif", {"image/gif", "", ""}},
});

const Genre& genre_de(Format format) {
    return *std::find_if(genres.begin(), genres.end(),
                         [&](const Genre& genre) { return genre.format == format; });
}

struct FermerMagie {
    void operator()(magic_set* magie) const { magic_close(magie); }
};

// What the bytes look like: "application/pdf".
std::string apparence(const std::string& chemin) {
    const std::unique_ptr<magic_set, FermerMagie> magie{magic_open(MAGIC_MIME_TYPE)};
    if (!magie || magic_load(magie.get(), nullptr) != 0) throw std::runtime_error{"libmagic"};
    const char* dite = magic_file(magie.get(), chemin.c_str());
    return dite == nullptr ? std::string{} : std::string{dite};
}

struct FermerArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

struct FermerPartie {
    void operator()(zip_file_t* partie) const { zip_fclose(partie); }
};

// A part of macros may have any name: the list of types says what it is. A list that is longer than
// any real one is not unfolded.
core::Result<void> verifier_types(zip_t* archive) {
    constexpr std::size_t au_plus = std::size_t{256} * 1024;
    const std::unique_ptr<zip_file_t, FermerPartie> partie{
        zip_fopen(archive, "[Content_Types].xml", 0)};
    std::string types(au_plus + 1, '\0');
    const auto lus = partie ? zip_fread(partie.get(), types.data(), types.size()) : -1;
    if (lus < 0 || static_cast<std::size_t>(lus) > au_plus)
        return core::refuse(core::Reason::invalid, "piece.contenu", "application/zip");
    types.resize(static_cast<std::size_t>(lus));
    for (const auto* mot : {"macroEnabled", "vbaProject"})
        if (types.find(mot) != std::string::npos)
            return core::refuse(core::Reason::invalid, "piece.macros");
    return {};
}

// An Office file of today is an archive that holds this part; macros lie in a part of their own.
core::Result<void> verifier_archive(const std::string& chemin, const char* partie) {
    int faute = 0;
    const std::unique_ptr<zip_t, FermerArchive> archive{
        zip_open(chemin.c_str(), ZIP_RDONLY, &faute)};
    if (!archive || zip_name_locate(archive.get(), partie, 0) < 0)
        return core::refuse(core::Reason::invalid, "piece.contenu", "application/zip");
    if (zip_name_locate(archive.get(), "vbaProject.bin", ZIP_FL_NODIR | ZIP_FL_NOCASE) >= 0)
        return core::refuse(core::Reason::invalid, "piece.macros");
    return verifier_types(archive.get());
}

// The names of the parts of a file of the 1990s stand in it as UTF-16: a project of macros has one.
core::Result<void> verifier_sans_macros(const std::string& chemin) {
    constexpr std::string_view nom{"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", 24};
    std::ifstream fichier{chemin, std::ios::binary};
    std::string vus;
    std::array<char, std::size_t{64} * 1024> tampon{};
    while (fichier.read(tampon.data(), tampon.size()), fichier.gcount() > 0) {
        vus.append(tampon.data(), static_cast<std::size_t>(fichier.gcount()));
        if (vus.find(nom) != std::string::npos)
            return core::refuse(core::Reason::invalid, "piece.macros");
        vus.erase(0, vus.size() - std::min(vus.size(), nom.size() - 1));
    }
    return {};
}

// Marks of writing direction (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) would show one
// name for another.
void retirer_les_sens(std::string& nom) {
    for (std::size_t rang = 0; rang + 2 < nom.size();) {
        const auto code = static_cast<unsigned char>(nom[rang + 2]);
        const bool ponctuation =
            nom[rang] == '\xe2' && (nom[rang + 1] == '\x80' || nom[rang + 1] == '\x81');
        const bool sens = nom[rang + 1] == '\x80'
                              ? code == 0x8e || code == 0x8f || (code >= 0xaa && code <= 0xae)
                              : code >= 0xa6 && code <= 0xa9;
        if (ponctuation && sens)
            nom.erase(rang, 3);
        else
            ++rang;
    }
}

std::string suffixe_de(std::string_view nom) {
    const auto point = nom.rfind('.');
    if (point == std::string_view::npos) return {};
    std::string suffixe{nom.substr(point + 1)};
    std::transform(suffixe.begin(), suffixe.end(), suffixe.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return suffixe;
}

}  // namespace

core::Result<Format> format_du_nom(std::string_view nom) {
    const auto suffixe = suffixe_de(nom);
    if (suffixe == "jpeg") return core::refuse(core::Reason::invalid, "piece.suffixe_jpeg");
    const auto format = core::named<Format>(suffixe);
    if (!format) return core::refuse(core::Reason::invalid, "piece.suffixe", suffixe);
    return *format;
}

core::Result<void> verifier_contenu(const std::string& chemin, Format format) {
    const auto vue = apparence(chemin);
    const auto& contenus = genre_de(format).contenus;
    if (std::find(contenus.begin(), contenus.end(), vue) == contenus.end())
        return core::refuse(core::Reason::invalid, "piece.contenu", vue);
    if (format == Format::docx) return verifier_archive(chemin, "word/document.xml");
    if (format == Format::xlsx) return verifier_archive(chemin, "xl/workbook.xml");
    if (format == Format::doc || format == Format::xls) return verifier_sans_macros(chemin);
    return {};
}

std::string_view type_mime(Format format) { return genre_de(format).mime; }

core::Result<std::string> lire_nom_de_fichier(std::string_view nom) {
    constexpr std::size_t octets_max = 120;
    nom = nom.substr(
        nom.find_last_of("/\\") == std::string_view::npos ? 0 : nom.find_last_of("/\\") + 1);
    std::string lu;
    for (const char c : nom)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '"') lu += c;
    retirer_les_sens(lu);
    // A suffix alone (".pdf") names nothing, and hides the file where it is unpacked.
    const auto tige = std::string_view{lu}.substr(0, lu.rfind('.'));
    if (tige.find_first_not_of(". ") == std::string_view::npos)
        return core::refuse(core::Reason::invalid, "piece.nom");
    if (lu.size() <= octets_max) return lu;
    const auto point = lu.rfind('.');
    const auto suffixe = point == std::string::npos ? std::string{} : lu.substr(point);
    if (suffixe.size() > 10) return std::string{core::cut(lu, octets_max)};
    return std::string{core::cut(lu, octets_max - suffixe.size())} + suffixe;
}

}  // namespace grappe::pieces
