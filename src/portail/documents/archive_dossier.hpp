// The whole of a dossier in one zip, with its digests: `sha256sum -c SHA256SUMS` verifies it.
#pragma once

#include "portail/documents/fabrication.hpp"
#include "portail/messagerie/message.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::documents {

inline constexpr std::string_view manifeste = "SHA256SUMS";

// What one reader may see: no messages for who may read none. The notes of a desk are not in it.
struct DossierEntier {
    const teleservice::Vue& vue;
    std::vector<messagerie::Message> messages;  // oldest first
};

// A piece or an attachment whose file is gone: an exception.
void archiver(storage::Reader& db, const DossierEntier& entier, const MoyensDeFabrication& moyens,
              const std::string& chemin);

// The dossier as a document: facts, establishments, amounts, findings, pieces, past, messages.
std::string dossier_en_pdf(storage::Reader& db, const DossierEntier& entier,
                           const MoyensDeFabrication& moyens);

}  // namespace grappe::documents
