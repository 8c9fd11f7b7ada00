// The rows that counters are made of: read only, each module writes its own.
#pragma once

#include <cstdint>

#include "portail/compteurs/releve.hpp"
#include "storage/reader.hpp"

namespace grappe::compteurs {

// Moves whenever a counter may: rows of all of these only come, and each change of state of a
// deposited dossier moves the version of its list.
struct Empreinte {
    std::int64_t fiches = -1, rapports = -1, mouvements = -1, signatures = -1, decisions = -1,
                 preuves = -1;
    bool operator==(const Empreinte&) const = default;
};
Empreinte empreinte(storage::Reader& db);

Releve lire_le_releve(storage::Reader& db);
// The measures of the reports that came since the last one that was read, without those whose audit
// failed: the last proofs of one of their draws were refused.
void suivre(storage::Reader& db, Mesures& mesures);

}  // namespace grappe::compteurs
