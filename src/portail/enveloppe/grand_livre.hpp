// Grand livre: the moves of envelopes as rows that are never changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "portail/enveloppe/bilan.hpp"
#include "storage/reader.hpp"

namespace grappe::enveloppe {

struct Ecriture {
    int numero = 0;  // given when it is written: one order for all envelopes
    Mouvement mouvement;
    std::string motif;
    std::string par;
    core::Instant faite_le;
};

// Oldest first: those that enter or leave it.
std::vector<Ecriture> ecritures(storage::Reader& db, const Enveloppe& enveloppe);
Soldes soldes(storage::Reader& db, const Enveloppe& enveloppe);

// For a page, however long the ledger: the last moves first, and sums made where the rows are.
struct Tranche {
    std::int64_t sautees, combien;
};
std::vector<Ecriture> dernieres_ecritures(storage::Reader& db, const Enveloppe& enveloppe,
                                          const Tranche& tranche);
std::vector<Flux> flux(storage::Reader& db, const Enveloppe& enveloppe);
std::vector<Flux> flux_du_guichet(storage::Reader& db, std::string_view guichet);

// Of that call and desk, when anything was ever written of it.
bool est_ouverte(storage::Reader& db, const Enveloppe& enveloppe);

// What a dossier holds in that account, and where; empty: nothing.
std::optional<Somme> tenu_par(storage::Reader& db, std::string_view dossier, Compte compte);

struct Passation {
    std::string motif;
    std::string par;
    core::Instant faite_le;
};
// Codes of `Soldes::passer`: then nothing is written. Two who write at once are told apart by the
// number: the second is tried again over what the first left.
core::Result<Ecriture> ecrire(storage::Writer& db, const Mouvement& mouvement,
                              const Passation& passation);

// All that the dossier has reserved or committed is free again; nothing when it holds nothing.
core::Result<void> liberer_tout(storage::Writer& db, std::string_view dossier,
                                const Passation& passation);

}  // namespace grappe::enveloppe
