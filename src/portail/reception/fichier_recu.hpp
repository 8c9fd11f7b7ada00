// Fichier reçu: what can be said of a file before anything is written about it, and how one is
// given back; the same for pieces and for messages.
#pragma once

#include <string>

#include "portail/reception/fichiers.hpp"

namespace grappe::reception {

// Size, suffix, content, antivirus; the file is flushed. Codes "piece.taille", and those of
// pieces::Format and of the antivirus; storage::NoRoom when it could not be written.
core::Result<pieces::Format> verifier(const Fichiers& fichiers, pieces::Entrant& fichier,
                                      std::string_view nom);
// Into its place, before the row that names it. storage::NoRoom when the disk is full.
void ranger(const Fichiers& fichiers, pieces::Entrant& fichier);

struct FichierGarde {
    std::string_view nom, sha256;
    pieces::Format format;
};
// As an attachment. A file that is gone is a failure.
http::Response en_piece_jointe(const Fichiers& fichiers, const FichierGarde& garde);

}  // namespace grappe::reception
