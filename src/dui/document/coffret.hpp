// Coffret: the bytes of documents: a file checked, read for its words, put in its place.
#pragma once

#include <memory>

#include "dui/document/document.hpp"
#include "portail/pieces/antivirus.hpp"
#include "portail/pieces/magasin.hpp"
#include "storage/reader.hpp"

namespace grappe::document {

inline constexpr std::size_t fichier_au_plus = std::size_t{10} * 1024 * 1024;  // bytes

// Outlives the routes.
struct Coffret {
    std::unique_ptr<pieces::Magasin> magasin;
    std::optional<pieces::Antivirus> antivirus{};  // nothing: none is configured
};
// In the data folder; files that no version names go, unless somebody else has it open. Code
// "magasin.illisible".
core::Result<Coffret> ouvrir_le_coffret(const std::string& dossier, storage::Reader& db);

// A file that was received whole, not yet in its place: it goes with this value.
struct Recu {
    Document document;  // its file and its words
    std::unique_ptr<pieces::Entrant> entrant;
};
// Codes of `pieces::format_du_nom`, `verifier_contenu`, `lire_nom_de_fichier` and
// `Antivirus::examiner`; "piece.vide", "document.taille".
core::Result<Recu> recevoir(const Coffret& coffret, std::string_view nom, std::string_view octets);

// Before the row that names it. storage::NoRoom when the disk is full.
void ranger(const Coffret& coffret, Recu& recu);

// The bytes of a kept file; one that is gone is a failure.
std::string octets_de(const Coffret& coffret, const Fichier& fichier);

}  // namespace grappe::document
