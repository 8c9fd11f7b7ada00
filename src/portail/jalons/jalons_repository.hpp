// Rows of what was said of milestones.
#pragma once

#include <string_view>
#include <vector>

#include "portail/convention/acces.hpp"
#include "portail/jalons/jalon.hpp"
#include "storage/reader.hpp"

namespace grappe::jalons {

Fait lire_fait(const storage::Row& row);
// In the order in which they were said.
std::vector<Fait> faits_de(storage::Reader& db, std::string_view convention);

// Numbered here. `dossier` is that of the agreement.
void ajouter(storage::Writer& db, std::string_view convention, std::string_view dossier,
             const Fait& fait);

using convention::Part;

// Signed by both parties and not paid to the end: of that porteur, of that desk; empty: whatever.
// Ids, oldest first.
std::vector<std::string> conventions_vives(storage::Reader& db, const Part& part);

// Of the dossiers where that account speaks for a member, oldest first.
struct DuMembre {
    std::string id, numero, porteur;
};
std::vector<DuMembre> conventions_du_membre(storage::Reader& db, std::string_view compte);

}  // namespace grappe::jalons
