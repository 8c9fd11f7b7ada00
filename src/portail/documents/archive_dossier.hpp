// The whole of a dossier in one zip, with its digests: `sha256sum -c SHA256SUMS` verifies it.
#pragma once

#include "portail/convention/papier.hpp"
#include "portail/documents/fabrication.hpp"
#include "portail/messagerie/message.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::documents {

inline constexpr std::string_view manifeste = "SHA256SUMS";

// The scan of a paper that a party signed: its name and its bytes.
struct PapierJoint {
    std::string nom, sha256;
};

// What one reader may see: no messages for who may read none, and no papers for who reads no
// agreement. The notes of a desk are not in it.
struct DossierEntier {
    const teleservice::Vue& vue;
    std::vector<messagerie::Message> messages;  // oldest first
    std::vector<PapierJoint> papiers{};
};
std::vector<PapierJoint> papiers_joints(std::vector<convention::PapierLu> papiers);

// A piece, an attachment or a paper whose file is gone: an exception.
void archiver(storage::Reader& db, const DossierEntier& entier, const MoyensDeFabrication& moyens,
              const std::string& chemin);

// The dossier as a document: facts, establishments, amounts, findings, pieces, past, messages.
std::string dossier_en_pdf(storage::Reader& db, const DossierEntier& entier,
                           const MoyensDeFabrication& moyens);

}  // namespace grappe::documents
