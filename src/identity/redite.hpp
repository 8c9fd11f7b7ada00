// Redite: a request of who has no account, sent twice with one Idempotency-Key, is done once.
#pragma once

#include <string>

#include "core/result.hpp"
#include "identity/moyens.hpp"

namespace grappe::identity {

struct Envoi {
    std::string cle;    // empty: the request has none, and is done each time
    std::string texte;  // what tells it from others: its path and its body
};

// One key of one network: two strangers who choose the same one do not meet.
struct Redite {
    const Moyens& moyens;
    const Envoi& envoi;
    const Origine& origine;
};

inline constexpr std::size_t cle_d_envoi_max = 200;

// Whether it was done. Codes "rejeu.autre_demande" (Reason::rule_not_met: that key was another
// request's), "rejeu.cle" (Reason::invalid: too long).
core::Result<bool> deja_faite(storage::Reader& db, const Redite& redite);
void noter_faite(storage::Writer& db, const Redite& redite);

// One transaction that looks, does and remembers; a refusal is not remembered.
template <class F>
core::Result<void> une_seule_fois(const Redite& redite, F&& faire) {
    return redite.moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        const auto deja = deja_faite(db, redite);
        if (!deja) return deja.error();
        if (*deja) return {};
        core::Result<void> fait = faire(db);
        if (fait) noter_faite(db, redite);
        return fait;
    });
}

// Remembered for a day.
std::int64_t oublier_les_redites(storage::Writer& db, core::Instant reel);

}  // namespace grappe::identity
