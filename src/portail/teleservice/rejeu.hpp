// Rejeu: a request sent twice with one Idempotency-Key does its work once and is answered twice.
#pragma once

#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "storage/reader.hpp"

namespace grappe::teleservice {

struct Rejouable {
    std::string_view compte;
    std::string_view cle;        // empty: the request has none, and is done each time
    std::string_view empreinte;  // of the method, the path and the body
    core::Instant maintenant;
};

struct ReponseGardee {
    int statut;
    std::string corps;
};

inline constexpr std::size_t cle_max = 200;

// Empty: never answered. Codes "rejeu.autre_demande" (Reason::rule_not_met: that key was another
// request's), "rejeu.cle" (Reason::invalid: too long).
core::Result<std::optional<ReponseGardee>> deja_repondu(storage::Reader& db,
                                                        const Rejouable& demande);
void garder(storage::Writer& db, const Rejouable& demande, const ReponseGardee& reponse);

// In the transaction of the work: `faire` answers a Result<ReponseGardee>; a refusal is not kept.
template <class F>
core::Result<ReponseGardee> une_fois(storage::Writer& db, const Rejouable& demande, F&& faire) {
    const auto gardee = deja_repondu(db, demande);
    if (!gardee) return gardee.error();
    if (*gardee) return **gardee;
    core::Result<ReponseGardee> reponse = faire(db);
    if (reponse) garder(db, demande, *reponse);
    return reponse;
}

// Answers are kept for a day.
std::int64_t oublier_les_anciens(storage::Writer& db, core::Instant maintenant);

}  // namespace grappe::teleservice
