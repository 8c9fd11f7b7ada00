// Formats: the eight of the kit (DOC-20), by suffix and by content, which must agree.
#pragma once

#include <string>
#include <string_view>

#include "core/named.hpp"
#include "core/result.hpp"

namespace grappe::pieces {

enum class Format { pdf, doc, docx, xls, xlsx, png, jpg, gif };

constexpr auto names(Format) {
    using enum Format;
    return std::to_array<core::Named<Format>>({{pdf, "pdf"},
                                               {doc, "doc"},
                                               {docx, "docx"},
                                               {xls, "xls"},
                                               {xlsx, "xlsx"},
                                               {png, "png"},
                                               {jpg, "jpg"},
                                               {gif, "gif"}});
}

// By the suffix, whatever its case. Codes "piece.suffixe_jpeg" (to be renamed), "piece.suffixe".
core::Result<Format> format_du_nom(std::string_view nom);

// The file is what its suffix says. Codes "piece.contenu" (the detail is what it looks like),
// "piece.macros".
core::Result<void> verifier_contenu(const std::string& chemin, Format format);

std::string_view type_mime(Format format);

// A name as it is shown and given back: its last part, without control characters, at most 120
// characters, the suffix kept. Code "piece.nom" when nothing is left.
core::Result<std::string> lire_nom_de_fichier(std::string_view nom);

}  // namespace grappe::pieces
