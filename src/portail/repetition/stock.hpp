// Stock: every deposited dossier as it answers for itself now, read in a handful of questions
// however many there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "portail/teleservice/composition.hpp"
#include "portail/teleservice/etats.hpp"
#include "storage/reader.hpp"

namespace grappe::repetition {

struct Stocke {
    std::string dossier, appel, numero, porteur;
    std::string guichet, financeur;  // of its deposit: code, label
    teleservice::Statut statut;
    core::Instant depose_le;
    std::string regles;   // digest of the version of the call that judges it
    std::string contenu;  // that answers for it since its deposit
    std::vector<teleservice::PiecePresente> pieces{};
};

struct Stock {
    std::string appel;                // whose dossiers these are; empty: those of all calls
    std::vector<Stocke> dossiers;     // by id
    int brouillons = 0, retires = 0;  // which are not read
};

// Of one call, or of all of them when `appel` is empty.
Stock lire_le_stock(storage::Reader& db, std::string_view appel);

}  // namespace grappe::repetition
