// The whole of a dossier in one zip, with its digests: `sha256sum -c SHA256SUMS` verifies it.
#pragma once

#include "portail/documents/fabrication.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::documents {

inline constexpr std::string_view manifeste = "SHA256SUMS";

// What the reader of `vue` may see. A piece whose file is gone: an exception.
void archiver(storage::Reader& db, const teleservice::Vue& vue, const MoyensDeFabrication& moyens,
              const std::string& chemin);

// The dossier as a document: facts, establishments, amounts, findings, pieces, past.
std::string dossier_en_pdf(storage::Reader& db, const teleservice::Vue& vue,
                           const MoyensDeFabrication& moyens);

}  // namespace grappe::documents
