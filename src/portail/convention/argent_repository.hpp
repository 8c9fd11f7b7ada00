// Rows of expense statements and of payments.
#pragma once

#include <string_view>

#include "portail/convention/convention.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

std::optional<EtatDeDepenses> trouver_etat(storage::Reader& db, std::string_view id);
// The one that counts.
std::optional<EtatDeDepenses> dernier_etat(storage::Reader& db, std::string_view convention);
void ajouter(storage::Writer& db, const EtatDeDepenses& etat);
void viser(storage::Writer& db, std::string_view etat, std::string_view par, core::Instant vise_le);

std::optional<Versement> trouver_versement(storage::Reader& db, std::string_view id);
// In the order in which they were asked for.
std::vector<Versement> versements_de(storage::Reader& db, std::string_view convention);
void ajouter(storage::Writer& db, const Versement& versement);
void decider(storage::Writer& db, const Versement& decide);

// What the bank did of it, told by somebody.
struct SortNote {
    std::string_view versement;
    Sort sort;
    std::string_view motif, par;
    core::Instant note_le;
};
void noter_le_sort(storage::Writer& db, const SortNote& note);

}  // namespace grappe::convention
